package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.fault.FaultLevel;
import se.helhetssyn.datasets.mappings.Vocabulary;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.datasets.synthetic.SyntheticMunicipality;
import se.helhetssyn.pipelines.delivery.Deliveries;

/** A synthetic municipality written in each shipped layout comes back row by row. */
final class ShippedMappingsTest {
  private static final DataPackage CONTRACT = DataPackage.load();

  @TempDir private static Path municipality;
  @TempDir private Path delivery;
  @TempDir private Path mappings;

  @BeforeAll
  static void generate() {
    SyntheticMunicipality.write(
        new MunicipalityPlan(80, 6, 9, 4, LocalDate.of(2026, 10, 31), FaultLevel.NONE),
        municipality,
        progress -> {});
  }

  private MappingDefinition shipped(String name) throws IOException {
    return MappingReader.read(CmsMappings.copy(name, mappings), CONTRACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"procapita-like.yaml", "lifecare-like.yaml", "templates.yaml"})
  void whatALayoutHoldsComesBackExactly(String name) throws IOException {
    MappingDefinition mapping = shipped(name);
    for (String table : mapping.tables().keySet()) {
      new LayoutExport(mapping, municipality, delivery).write(CONTRACT.require(table));
    }
    assertComesBack(mapping, delivery);
    MappingTrial trial = MappingTrial.of(Deliveries.mapped(delivery, mapping), mapping, CONTRACT);
    assertThat(trial.passes()).as(trial.report()).isTrue();
  }

  @Test
  void theCanonicalFormatIsItsOwnMapping() throws IOException {
    MappingDefinition mapping = shipped("canonical.yaml");
    assertThat(mapping.tables().keySet())
        .containsExactlyElementsOf(CONTRACT.tables().stream().map(TableSchema::name).toList());
    mapping
        .tables()
        .forEach((table, sources) ->
            assertThat(sources.getFirst().columns().keySet())
                .containsExactlyElementsOf(CONTRACT.require(table).columns()));
    assertComesBack(mapping, municipality);
  }

  @Test
  void theTwoLayoutsHoldTheUsualFirstDelivery() throws IOException {
    List<String> tables = new ArrayList<>(shipped("procapita-like.yaml").tables().keySet());
    tables.addAll(shipped("lifecare-like.yaml").tables().keySet());
    tables.addAll(shipped("templates.yaml").tables().keySet());
    assertThat(tables)
        .contains(
            "org_unit",
            "person",
            "enrolment",
            "absence",
            "plan",
            "plan_revision",
            "risk_assessment",
            "risk_cause",
            "preventive_action",
            "action_followup",
            "deviation",
            "deviation_action",
            "conference",
            "conference_participant",
            "conference_case",
            "followup_item");
  }

  /** A word that the vocabulary knows for another code of the column would be a slip. */
  @ParameterizedTest
  @ValueSource(strings = {"procapita-like.yaml", "lifecare-like.yaml"})
  void noLabelMeansAnotherCodeElsewhere(String name) throws IOException {
    shipped(name)
        .tables()
        .forEach((table, sources) ->
            sources
                .getFirst()
                .columns()
                .forEach((column, value) -> {
                  FieldSchema field = CONTRACT.require(table).field(column);
                  value
                      .labels()
                      .forEach((label, code) ->
                          assertThat(known(label, field))
                              .as("%s.%s: %s", table, column, label)
                              .isSubsetOf(code));
                }));
  }

  private static List<String> known(String label, FieldSchema field) {
    Vocabulary vocabulary = Vocabulary.load();
    return field.codes().stream()
        .filter(code ->
            vocabulary.labels(code).stream()
                .anyMatch(l -> l.toLowerCase(Locale.ROOT).equals(label.toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static void assertComesBack(MappingDefinition mapping, Path folder) throws IOException {
    MappedRecords records =
        new MappedRecords(mapping, SourceFiles.of(Deliveries.mapped(folder, mapping), mapping));
    for (String table : mapping.tables().keySet()) {
      TableSchema schema = CONTRACT.require(table);
      List<List<String>> rows = new ArrayList<>();
      Objects.requireNonNull(mapping.tables().get(table))
          .forEach(source ->
              records.each(
                  schema,
                  source,
                  row -> rows.add(row.values().stream().map(v -> v == null ? "" : v).toList())));
      List<List<String>> expected =
          LayoutExport.read(municipality.resolve(table + ".csv")).stream()
              .map(row -> schema.columns().stream().map(c -> row.getOrDefault(c, "")).toList())
              .toList();
      assertThat(rows).as(table).isEqualTo(expected);
    }
  }
}
