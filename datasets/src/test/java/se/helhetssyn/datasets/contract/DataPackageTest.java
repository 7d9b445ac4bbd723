package se.helhetssyn.datasets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPackageTest {
  private static final DataPackage TABLES = DataPackage.load();

  @Test
  void everyTableThatMayBeDeliveredIsDeclared() {
    assertThat(TABLES.tables())
        .extracting(TableSchema::name)
        .containsExactly(
            "org_unit",
            "org_succession",
            "unit_calendar",
            "person",
            "enrolment",
            "absence",
            "conference",
            "conference_participant",
            "conference_case",
            "plan",
            "plan_revision",
            "risk_assessment",
            "risk_cause",
            "preventive_action",
            "action_followup",
            "deviation",
            "deviation_action",
            "outcome_event",
            "quality_register_entry",
            "followup_item",
            "initiative",
            "initiative_measure",
            "initiative_participation",
            "development_area",
            "special_event",
            "quarterly_review",
            "reference_figure",
            "extract_manifest");
  }

  @Test
  void aTableIsFoundByName() {
    assertThat(TABLES.find("person")).contains(TABLES.require("person"));
    assertThat(TABLES.find("staff")).isEmpty();
    assertThatThrownBy(() -> TABLES.require("staff"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No table staff");
  }

  @Test
  void aColumnCarriesItsConstraints() {
    FieldSchema severity = TABLES.require("deviation").field("severity");
    assertThat(severity.type()).isEqualTo(FieldType.INTEGER);
    assertThat(severity.required()).isFalse();
    assertThat(severity.minimum()).isEqualByComparingTo("1");
    assertThat(severity.maximum()).isEqualByComparingTo("4");
    assertThat(TABLES.require("person").field("sex").codes()).containsExactly("F", "M", "U");
    assertThatThrownBy(() -> TABLES.require("person").field("surname"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("person has no column surname");
  }

  @Test
  void everyKeyColumnIsRequired() {
    assertThat(TABLES.tables())
        .allSatisfy(table ->
            assertThat(table.primaryKey())
                .allMatch(column -> table.field(column).required(), table.name()));
  }

  @Test
  void noRowIsRejectedForALackingUnitOutsideTheOrganisation() {
    assertThat(TABLES.tables())
        .filteredOn(table ->
            !List.of("org_unit", "unit_calendar", "quarterly_review").contains(table.name()))
        .flatExtracting(TableSchema::fields)
        .filteredOn(field -> field.name().equals("org_unit_id"))
        .hasSize(8)
        .noneMatch(FieldSchema::required);
  }

  @Test
  void aTableComesAfterTheTablesItPointsTo() {
    List<String> seen = new ArrayList<>();
    for (TableSchema table : TABLES.tables()) {
      seen.add(table.name());
      assertThat(seen)
          .as(table.name())
          .containsAll(table.foreignKeys().stream().map(ForeignKey::table).toList());
    }
  }

  @Test
  void aPersonKeyHasOneFormEverywhere() {
    assertThat(TABLES.tables())
        .flatExtracting(TableSchema::fields)
        .filteredOn(field -> field.name().equals("person_key"))
        .extracting(FieldSchema::pattern)
        .doesNotContainNull()
        .containsOnly(TABLES.require("person").field("person_key").pattern());
  }

  @Test
  void whatIsWrittenInACodeColumnIsACode() {
    String cause = String.valueOf(TABLES.require("risk_cause").field("cause_code").pattern());
    assertThat(List.of("BALANCE", "7", "FOOT_CARE_2")).allMatch(text -> text.matches(cause));
    assertThat(List.of("se journal", "rum 12", "")).noneMatch(text -> text.matches(cause));
    String kva = String.valueOf(TABLES.require("preventive_action").field("kva_code").pattern());
    assertThat("ZZ001").matches(kva);
    assertThat("Z0001").doesNotMatch(kva);
    TableSchema cases = TABLES.require("conference_case");
    assertThat("d450.2").matches(String.valueOf(cases.field("need_code").pattern()));
    assertThat("GOAL_MET").matches(String.valueOf(cases.field("result_code").pattern()));
    assertThat("QG003").matches(String.valueOf(cases.field("intervention_code").pattern()));
  }

  @Test
  void noNameOrNumberOrRoomIsACode() {
    assertThat(TABLES.tables())
        .flatExtracting(TableSchema::fields)
        .filteredOn(field -> field.coded() && field.codes().isEmpty())
        .hasSize(6)
        .allSatisfy(field ->
            assertThat(List.of("rum 12", "Rum12", "0700000000", "070-000 00 00", "Åsgläntan", ""))
                .noneMatch(text -> text.matches(String.valueOf(field.pattern()))));
  }

  @Test
  void faultsNameTheirRules() {
    assertThat(TABLES.tables())
        .flatExtracting(table -> table.flags().stream().map(RowRule::rule).distinct().toList())
        .contains("DQ04", "DQ05", "DQ06", "DQ23", "DQ25", "DQ26", "DQ27", "DQ42");
    assertThat(TABLES.require("risk_assessment").field("instrument").aliases())
        .containsEntry("RAPS", "RBT");
    assertThat(TABLES.require("deviation").field("category").codeRule()).isEqualTo("DQ39");
  }

  @Test
  void anIdentityNumberIsNoPersonKey() {
    String key = String.valueOf(TABLES.require("person").field("person_key").pattern());
    assertThat("a3".repeat(32)).matches(key);
    assertThat(List.of("190001010000", "19000101-0000", "000101+0000", ""))
        .noneMatch(text -> text.matches(key));
  }

  @Test
  void aTemplateIsTheHeaderAlone(@TempDir Path dir) throws IOException {
    CsvTemplates.write(dir.resolve("templates"));
    for (TableSchema table : TABLES.tables()) {
      assertThat(Files.readAllLines(dir.resolve("templates").resolve(table.name() + ".csv")))
          .containsExactly(String.join(",", table.columns()));
    }
  }

  @Test
  void theCommittedReferenceFollowsTheDescriptor() throws IOException {
    Path committed = Path.of("..", "docs", "tables.md");
    String reference = TableReference.markdown(TABLES);
    if (Boolean.getBoolean("helhetssyn.rewrite")) {
      Files.createDirectories(committed.toAbsolutePath().normalize().getParent());
      Files.writeString(committed, reference);
    }
    assertThat(Files.readString(committed))
        .as(
            "docs/tables.md is stale: ./mvnw -pl datasets test -Dtest=DataPackageTest"
                + " -Dsurefire.jvm.flags=-Dhelhetssyn.rewrite=true writes it anew")
        .isEqualTo(reference);
  }

  @Test
  void theCommittedTemplatesFollowTheDescriptor(@TempDir Path fresh) throws IOException {
    Path committed = Path.of("..", "docs", "templates");
    if (Boolean.getBoolean("helhetssyn.rewrite")) {
      CsvTemplates.write(committed);
    }
    CsvTemplates.write(fresh);
    assertThat(texts(committed))
        .as("docs/templates is stale; see CONTRIBUTING on how to write it anew")
        .isEqualTo(texts(fresh));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
