package se.helhetssyn.pipelines.mapping;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.reference.ReferenceData;

final class CmsTagsTest {
  /** Category → its subcategories, as the code list of deviations has them; empty goes with all. */
  private static final Map<String, Set<String>> CODES =
      Map.ofEntries(
          Map.entry("FALL", Set.of()),
          Map.entry("MEDICATION", Set.of()),
          Map.entry("INFECTION", Set.of()),
          Map.entry("HYGIENE", Set.of()),
          Map.entry("PRESSURE_ULCER", Set.of()),
          Map.entry("OTHER", Set.of()),
          Map.entry(
              "COMMUNICATION",
              Set.of("IT_TELEPHONY", "DOCUMENTATION", "INFORMATION_TO_PERSON", "HANDOVER")),
          Map.entry("DEVICE", Set.of("HANDLING", "MAINTENANCE")),
          Map.entry("RESOURCES", Set.of("COMPETENCE", "STAFFING", "EQUIPMENT_PREMISES")),
          Map.entry(
              "CARE_TREATMENT", Set.of("WRONGLY_PERFORMED", "MISSED_OR_DELAYED", "OTHER_PROVIDER")),
          Map.entry("TREATMENT_OF_PERSON", Set.of("CONDUCT", "VIOLENCE_ABUSE")),
          Map.entry("MISSED_SOL_INTERVENTION", Set.of("FOOD", "HYGIENE_CARE", "OTHER")));

  @TempDir private Path folder;

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private List<NamedCsvRecord> tags() throws IOException {
    return rows(CmsMappings.copy(CmsMappings.TAGS, folder));
  }

  @Test
  void everyTagOfTheSourceHasOneLine() throws IOException {
    Path source = ReferenceData.require("realdata/cms/cms_ftags.csv");
    assertThat(tags())
        .extracting(row -> row.getField("ftag"))
        .hasSize(259)
        .containsExactlyInAnyOrderElementsOf(
            rows(source).stream().map(row -> row.getField("ftag")).toList());
  }

  @Test
  void everySubcategoryIsOneOfItsCategory() throws IOException {
    assertThat(tags())
        .allSatisfy(row -> {
          Set<String> subcategories = CODES.getOrDefault(row.getField("category"), Set.of());
          assertThat(row.getField("subcategory"))
              .isIn(Stream.concat(Stream.of(""), subcategories.stream()).toList());
          assertThat(CODES).containsKey(row.getField("category"));
        });
  }

  @Test
  void theTagsThatTheRoutineKnowsAreWhereTheyBelong() throws IOException {
    Map<String, String> codes =
        tags().stream()
            .collect(
                toMap(
                    row -> row.getField("ftag"),
                    row -> row.getField("category") + " " + row.getField("subcategory")));
    assertThat(codes)
        .containsEntry("F-0689", "FALL ")
        .containsEntry("F-0686", "PRESSURE_ULCER ")
        .containsEntry("F-0655", "COMMUNICATION DOCUMENTATION")
        .containsEntry("F-0656", "COMMUNICATION DOCUMENTATION")
        .containsEntry("F-0657", "COMMUNICATION DOCUMENTATION")
        .containsEntry("F-0636", "CARE_TREATMENT MISSED_OR_DELAYED")
        .containsEntry("F-0641", "CARE_TREATMENT WRONGLY_PERFORMED");
  }
}
