package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.helhetssyn.pipelines.publish.LayerFile.rows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.FileAccount;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.refusal.Refusal;

final class QualityFactsTest {
  private static final List<FileAccount> ACCOUNTS =
      List.of(
          new FileAccount("plan", "plan.csv", "X-1", "SYSTEM", 120, 107, 7, 3, 3),
          new FileAccount("person", "person.csv", "", "SYSTEM", 3, 3, 0, 0, 0),
          new FileAccount("org_unit", "org_unit.csv", "", "SYSTEM", 12, 10, 1, 1, 0));
  private static final List<Finding> FINDINGS =
      List.of(
          found("DQ16", "plan", "E01", 3),
          found("DQ16", "plan", "E02", 4),
          found("DQ18", "plan", "", 2),
          found("DQ40", "org_unit", "", 1),
          new Finding("CT09", "CT09", "absence", "absence.csv", "", Treatment.REJECTED, 0));
  private static final List<CheckedRows> CHECKED =
      List.of(
          new CheckedRows("DQ16", "plan", 60, false),
          new CheckedRows("DQ16", "plan", 57, false),
          new CheckedRows("DQ05", "deviation", 0, false),
          new CheckedRows("DQ40", "org_unit", 11, true));

  @TempDir private Path folder;

  private static Finding found(String rule, String table, String unit, long rows) {
    return new Finding(rule, rule, table, table + ".csv", unit, Treatment.FLAGGED, rows);
  }

  private Path layer(Layer layer, Optional<PrimaryRule> rule) throws SQLException {
    Path file = folder.resolve(layer.fileName());
    try (Workbench bench = Workbench.open(folder.resolve("bench.duckdb"))) {
      bench.execute(MartSchema.QUALITY_RULE.createStatement());
      bench.run("tables.sql");
      new QualityFacts(FINDINGS, CHECKED, ACCOUNTS).fill(bench);
      bench.execute("ATTACH %s AS layer".formatted(Workbench.literal(file)));
      for (MartTable table : MartSchema.tables(layer)) {
        bench.execute(table.createStatement().replace("CREATE TABLE ", "CREATE TABLE layer."));
      }
      QualityFacts.copy(bench, layer, rule);
      assertThat(bench.count(NumbersWithoutValue.qualityCountQuery("layer"))).isZero();
    }
    return file;
  }

  @Test
  void theInternalLayerTellsEverything() throws SQLException {
    Path internal = layer(Layer.INTERNAL, Optional.empty());
    assertThat(rows(internal, "FROM quality_account"))
        .containsExactly(
            "org_unit org_unit.csv null SYSTEM 12 10 1 1 0 VALUE",
            "person person.csv null SYSTEM 3 3 0 0 0 VALUE",
            "plan plan.csv X-1 SYSTEM 120 107 7 3 3 VALUE");
    assertThat(rows(internal, "FROM quality_finding"))
        .containsExactly(
            "CT09 CT09 absence absence.csv null REJECTED 1 null VALUE",
            "DQ16 DQ16 plan plan.csv E01 FLAGGED 3 null VALUE",
            "DQ16 DQ16 plan plan.csv E02 FLAGGED 4 null VALUE",
            "DQ18 DQ18 plan plan.csv null FLAGGED 2 null VALUE",
            "DQ40 DQ40 org_unit org_unit.csv null FLAGGED 1 null VALUE");
    assertThat(rows(internal, "FROM quality_check"))
        .containsExactly(
            "CT09 absence 1 false",
            "DQ05 deviation 0 false",
            "DQ16 plan 117 false",
            "DQ18 plan 2 false",
            "DQ40 org_unit 11 true");
  }

  @Test
  void theProtectedLayerTellsNeitherUnitsNorFewPersons() throws SQLException {
    Path hidden = layer(Layer.PROTECTED, Optional.of(PrimaryRule.PROTECTED));
    assertThat(rows(hidden, "FROM quality_account"))
        .containsExactly(
            "org_unit org_unit.csv null SYSTEM 12 10 1 1 0 VALUE",
            "person person.csv null SYSTEM null null null null null SUPPRESSED",
            "plan plan.csv X-1 SYSTEM 120 null null null null SUPPRESSED");
    assertThat(rows(hidden, "FROM quality_finding"))
        .containsExactly(
            "CT09 CT09 absence absence.csv null REJECTED null 5 SUPPRESSED",
            "DQ16 DQ16 plan plan.csv null FLAGGED 7 null VALUE",
            "DQ18 DQ18 plan plan.csv null FLAGGED null 5 SUPPRESSED",
            "DQ40 DQ40 org_unit org_unit.csv null FLAGGED 1 null VALUE");
    assertThat(rows(hidden, "FROM quality_check"))
        .contains("DQ05 deviation 0 false", "DQ16 plan 120 false", "DQ40 org_unit 11 true");
  }

  @Test
  void thePublicLayerHidesMore() throws SQLException {
    Path hidden = layer(Layer.PUBLIC, Optional.of(PrimaryRule.PUBLIC));
    assertThat(rows(hidden, "SELECT rule_id, rows_affected, fewer_than FROM quality_finding"))
        .containsExactly("CT09 null 10", "DQ16 null 10", "DQ18 null 10", "DQ40 1 null");
  }

  @Test
  void aSourceWithoutPersonsHidesNothingButUnits() throws SQLException {
    Path open = layer(Layer.PROTECTED, Optional.empty());
    assertThat(rows(open, "SELECT state, count(*) FROM quality_account GROUP BY state"))
        .containsExactly("VALUE 3");
    assertThat(rows(open, "SELECT rule_id, org_unit_id, rows_affected FROM quality_finding"))
        .contains("DQ16 null 7", "DQ18 null 2");
  }

  @Test
  void everyRuleIsExplainedInTheStoreItself() throws SQLException {
    try (Workbench bench = Workbench.open(folder.resolve("bench.duckdb"))) {
      bench.execute(MartSchema.QUALITY_RULE.createStatement());
      bench.run("tables.sql");
      new QualityFacts(List.of(), List.of(), List.of()).fill(bench);
    }
    assertThat(
            rows(
                folder.resolve("bench.duckdb"),
                "SELECT display_order, severity, tables FROM quality_rule WHERE rule_id = 'DQ26'"))
        .containsExactly("25 WARNING preventive_action,action_followup");
  }

  @Test
  void anAccountThatDoesNotBalanceIsRefused() throws SQLException {
    FileAccount lost = new FileAccount("plan", "plan.csv", "", "SYSTEM", 10, 9, 0, 0, 0);
    try (Workbench bench = Workbench.open(folder.resolve("bench.duckdb"))) {
      assertThatThrownBy(() -> new QualityFacts(List.of(), List.of(), List.of(lost)).fill(bench))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("plan.csv går inte ihop: 10 rader kom");
    }
  }

  @Test
  void theManifestTellsFindingsWithoutUnits() {
    assertThat(ManifestQuality.findings(FINDINGS))
        .hasSize(4)
        .contains(new Manifest.Finding("DQ16", "DQ16", "plan", "plan.csv", "FLAGGED", 7))
        .extracting(Manifest.Finding::rule)
        .isSorted();
    assertThat(ManifestQuality.accounts(ACCOUNTS))
        .contains(new Manifest.Account("plan", "plan.csv", "X-1", "SYSTEM", 120, 107, 7, 3, 3));
  }

  @Test
  void tablesThatHangOnAPersonAreAboutPersons() {
    assertThat(PersonTables.in(DataPackage.load()))
        .contains("person", "enrolment", "absence", "plan_revision", "action_followup")
        .doesNotContain("org_unit", "conference", "conference_participant", "extract_manifest");
  }
}
