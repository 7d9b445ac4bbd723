package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.run.PipelineJob;
import se.helhetssyn.pipelines.run.RunRequest;

/**
 * One delivery from several systems: one that lists units and people, workbooks, and canonical
 * files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeveralMappingsIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
  private static final List<String> WORKBOOKS =
      List.of("conference", "conference_participant", "conference_case", "followup_item");

  @TempDir private static Path folder;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private Map<String, Manifest.TableCount> counts = Map.of();
  private List<Manifest.Account> accounts = List.of();
  private String protection = "";
  private long units;

  @BeforeAll
  void run() throws IOException {
    Path whole = folder.resolve("whole");
    Path delivery = Files.createDirectories(folder.resolve("delivery"));
    SyntheticMunicipality.write(
        new MunicipalityPlan(50, 5, 6, 3, AS_OF, FaultLevel.NONE), whole, progress -> {});
    Files.copy(whole.resolve("deviation.csv"), delivery.resolve("deviation.csv"));
    List<String> organisation = Files.readAllLines(whole.resolve("org_unit.csv"));
    units = organisation.size() - 2L;
    Files.write(delivery.resolve("org_unit.csv"), organisation.subList(0, 2));
    organisation.remove(1);
    Files.write(whole.resolve("org_unit.csv"), organisation);
    Manifest manifest =
        PipelineJob.run(
            new RunRequest(
                delivery,
                folder.resolve("store"),
                List.of(
                    exported(
                        "procapita-like.yaml", List.of("org_unit", "person", "enrolment"), whole),
                    exported("templates.yaml", WORKBOOKS, whole)),
                null,
                AS_OF,
                "local[2]"),
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            false);
    counts = manifest.tables().stream().collect(toMap(Manifest.TableCount::table, count -> count));
    accounts = manifest.accounts();
    protection = manifest.protection();
  }

  /** Writes the tables as the layout has them, and gives the mapping. */
  private Path exported(String mapping, List<String> tables, Path whole) throws IOException {
    DataPackage contract = DataPackage.load();
    Path file = CmsMappings.copy(mapping, folder);
    LayoutExport export =
        new LayoutExport(MappingReader.read(file, contract), whole, folder.resolve("delivery"));
    for (String table : tables) {
      export.write(contract.require(table));
    }
    return file;
  }

  private List<Manifest.Account> of(String table) {
    return accounts.stream().filter(account -> account.table().equals(table)).toList();
  }

  @Test
  void everySystemsRowsMeetInOneStore() {
    assertThat(counts)
        .containsOnlyKeys(
            "org_unit",
            "person",
            "enrolment",
            "deviation",
            "conference",
            "conference_participant",
            "conference_case",
            "followup_item");
    assertThat(counts.values())
        .allSatisfy(count -> assertThat(count.trusted()).isEqualTo(count.delivered()).isPositive());
  }

  @Test
  void aTableGetsItsRowsFromTwoSystemsAndEachRowKnowsItsOwn() {
    assertThat(of("org_unit"))
        .extracting(
            Manifest.Account::file, Manifest.Account::sourceSystem, Manifest.Account::trusted)
        .containsExactlyInAnyOrder(
            tuple("Enheter2026-10.csv", "PROCAPITA", units), tuple("org_unit.csv", "", 1L));
    assertThat(Objects.requireNonNull(counts.get("org_unit")).unmapped()).isZero();
    assertThat(of("conference")).extracting(Manifest.Account::sourceSystem).containsOnly("MALL");
  }

  @Test
  void canonicalFilesBesideMappingsAreTold() {
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .contains("deviation.csv läses i det kanoniska formatet: ingen mappning svarar mot filen.")
        .doesNotContain("Enheter2026-10.csv läses");
    assertThat(protection).isNotBlank();
  }
}
