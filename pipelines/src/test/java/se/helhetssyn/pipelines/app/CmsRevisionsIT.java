package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.reference.ReferenceData;
import se.helhetssyn.pipelines.mapping.CmsMappings;

/** One state's citations, delivered twice in two layouts, in either order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CmsRevisionsIT {
  @TempDir private static Path folder;

  private Path earlier = Path.of("");
  private Path later = Path.of("");

  @BeforeAll
  void deliver() throws IOException {
    Path cms = ReferenceData.require("realdata/cms");
    earlier =
        delivery(
            "cms_citations_ri.csv",
            state(cms.resolve("cms_citations_40states_202512.csv")),
            "2025-12-31");
    String homes = "cms_facilities_202512.csv";
    Files.copy(cms.resolve(homes), earlier.resolve(homes));
    later =
        delivery(
            "cms_health_deficiencies_RI_202606.csv",
            Files.readAllLines(cms.resolve("cms_health_deficiencies_RI_202606.csv")),
            "2026-06-01");
    CmsMappings.copy(CmsMappings.TAGS, folder);
  }

  /** The header and the lines of the state. */
  private static List<String> state(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> chosen = new ArrayList<>(List.of(lines.getFirst()));
    lines.stream().filter(line -> line.split(",", -1)[1].equals("RI")).forEach(chosen::add);
    return chosen;
  }

  private static Path delivery(String name, List<String> lines, String extracted)
      throws IOException {
    Path extracts = Files.createDirectory(folder.resolve(name + "-delivery"));
    Path file = Files.write(extracts.resolve(name), lines);
    String manifest =
        "extract_id,source_system,table_name,period_from,period_to,extracted_at,row_count,file_sha256,encoding,delimiter,schema_version,delivered_by,is_full_load\n";
    for (String table : List.of("org_unit", "deviation")) {
      manifest +=
          "%s-%s,CMS,%s,2017-01-01,%s,%sT12:00:00,%d,%s,UTF-8,\",\",1,CMS,YES\n"
              .formatted(
                  extracted,
                  table,
                  table,
                  extracted,
                  extracted,
                  lines.size() - 1,
                  DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
    Files.writeString(extracts.resolve("extract_manifest.csv"), manifest);
    return extracts;
  }

  @Test
  void theEarlierDeliveryFirst() throws IOException {
    StoreLayout store = new StoreLayout(folder.resolve("in-order"));
    take(earlier, CmsMappings.CITATIONS, store);
    take(later, CmsMappings.HEALTH_DEFICIENCIES, store);
    assertRevisions(store);
  }

  @Test
  void theLaterDeliveryFirst() throws IOException {
    StoreLayout store = new StoreLayout(folder.resolve("in-reverse"));
    take(later, CmsMappings.HEALTH_DEFICIENCIES, store);
    take(earlier, CmsMappings.CITATIONS, store);
    assertRevisions(store);
  }

  private static void take(Path extracts, String mapping, StoreLayout store) throws IOException {
    Answer answer =
        Answer.to(
            "pipeline",
            "--extracts",
            extracts.toString(),
            "--store",
            store.root().toString(),
            "--mapping",
            CmsMappings.copy(mapping, folder).toString(),
            "--as-of",
            "2026-06-30",
            "--master",
            "local[2]");
    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /** In both 1,774, of which 32 were changed afterwards; 278 new and 298 gone. */
  private static void assertRevisions(StoreLayout store) {
    assertThat(
            Sql.rows(
                "jdbc:duckdb:" + store.mart(StoreContent.served(store), Layer.PROTECTED),
                """
                SELECT alike + changed, changed, added, gone
                FROM delivery_comparison WHERE table_name = 'deviation'\
                """))
        .containsExactly(List.of("1774", "32", "278", "298"));
    assertThat(StoreContent.trusted(store).get("deviation")).hasSize(2_052);
  }
}
