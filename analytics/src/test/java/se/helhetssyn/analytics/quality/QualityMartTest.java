package se.helhetssyn.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.DeliveryFixture;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartReader;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;

final class QualityMartTest {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final Period QUARTER = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));

  @TempDir private Path root;
  private MartReader reader = MartReader.over(Path.of("nowhere"), Layer.PROTECTED);

  @AfterEach
  void close() {
    reader.close();
  }

  private QualityMart published(DeliveryFixture rows) {
    rows.mart().publish();
    return served();
  }

  private QualityMart served() {
    reader = MartReader.over(root, Layer.PROTECTED);
    return new QualityMart(reader.current().orElseThrow());
  }

  private DeliveryFixture fixture() {
    return DeliveryFixture.of(
        MartFixture.in(root, "g2")
            .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
            .rule("DQ05", "WARNING", 0.05)
            .rule("DQ16", "WARNING", 0.01));
  }

  @Test
  void theLatestDeliveryComesFirstAndWhatIsTooFewIsNotTold() {
    QualityMart quality =
        published(
            fixture()
                .delivery("g1", "plan", SEPTEMBER, 120)
                .hiddenDelivery("g2", "plan", OCTOBER, 130));
    assertThat(quality.deliveries()).extracting(DeliveryLoad::number).containsExactly(2, 1);
    assertThat(quality.deliveries().getFirst().delivered()).isEqualTo(130);
    assertThat(quality.deliveries().getFirst().rows()).isNull();
    assertThat(quality.deliveries().getLast().rows())
        .isEqualTo(new DeliveryLoad.Rows(118, 2, 0, 0));
    assertThat(quality.deliveries().getLast().to()).isEqualTo(LocalDate.of(2026, 9, 30));
  }

  @Test
  void aTrendGoesFromTheOldestRunToThisOne() {
    DeliveryFixture rows =
        fixture()
            .earlierRun("2026-10-01", "DQ16", "plan", 110, null)
            .earlierRun("2026-09-01", "DQ16", "plan", 100, 7L)
            .earlierRun("2026-09-01", "DQ05", "plan", 100, 9L);
    rows.mart().check("DQ16", "plan", 120, false).finding("DQ16", "plan", null, 6);
    assertThat(published(rows).trend("DQ16"))
        .containsExactly(
            new TrendPoint(
                "2026-09-01", Instant.parse("2026-09-01T06:00:00Z"), "plan", 100, 7L, false),
            new TrendPoint(
                "2026-10-01", Instant.parse("2026-10-01T06:00:00Z"), "plan", 110, null, false),
            new TrendPoint("g2", Instant.parse("2026-11-01T06:00:00Z"), "plan", 120, 6L, false));
  }

  @Test
  void findingsAreThoseOfTheRule() {
    DeliveryFixture rows = fixture();
    rows.mart().finding("DQ16", "plan", "E1", 6).hiddenFinding("DQ16", "person", 5);
    assertThat(published(rows).findings("DQ16"))
        .containsExactly(
            new QualityFinding("DQ16", "DQ16", "person", "person.csv", null, "FLAGGED", null, 5L),
            new QualityFinding("DQ16", "DQ16", "plan", "plan.csv", "E1", "FLAGGED", 6L, null));
    assertThat(served().rules()).extracting(RuleText::id).containsExactly("DQ05", "DQ16");
    assertThat(served().checks(Thresholds.NONE)).isEmpty();
  }

  @Test
  void revisionsAreFoundByIndicatorNodeAndPeriod() {
    QualityMart quality =
        published(
            fixture()
                .revision("C03", OrgLevel.UNIT, "E1", QUARTER, 0.82, 0.84, "LATE,MATURED")
                .revision("C03", OrgLevel.UNIT, "E2", QUARTER.previous(), null, null, "LATE")
                .revision("P05", OrgLevel.UNIT, "E1", QUARTER, 0.5, 0.6, "CORRECTED"));
    assertThat(quality.revisions(RevisionQuery.ALL)).hasSize(3);
    assertThat(quality.revisions(new RevisionQuery("C03", "E1", QUARTER)))
        .singleElement()
        .satisfies(revision -> {
          assertThat(revision.before().value()).isEqualTo(0.82);
          assertThat(revision.after().value()).isEqualTo(0.84);
          assertThat(revision.causes()).containsExactly(RevisionCause.LATE, RevisionCause.MATURED);
        });
    assertThat(quality.revisions(new RevisionQuery(null, "E2", null)))
        .singleElement()
        .satisfies(revision -> assertThat(revision.before().value()).isNull());
    assertThat(quality.revisions(new RevisionQuery("C03", null, QUARTER))).hasSize(1);
  }

  @Test
  void curvesAreOfTheWholeOrganisationOrAUnit() {
    QualityMart quality =
        published(
            fixture()
                .delays("risk_assessment", null, 900, 29)
                .delays("risk_assessment", "E1", 90, 9)
                .indicatorDelay("V05", 28, "risk_assessment")
                .indicatorDelay("C03", 45, null));
    assertThat(quality.delayTables()).containsExactly("risk_assessment");
    assertThat(quality.delays("risk_assessment", null)).hasSize(121);
    assertThat(quality.delays("risk_assessment", "E1").get(4))
        .isEqualTo(new DelayPoint(4, 90, 0.5));
    assertThat(quality.delays("plan", null)).isEmpty();
    assertThat(quality.indicatorDelays())
        .containsExactly(
            new IndicatorDelay("C03", 45, null, false),
            new IndicatorDelay("V05", 28, "risk_assessment", true));
  }

  @Test
  void whatChangedAndWhatDidNotComeIsTold() {
    QualityMart quality =
        published(
            fixture()
                .change("plan", null, OCTOBER, 12, 0, 6)
                .hiddenChange("person", null)
                .comparison("plan", "X-1", "X-2", 1774, 32, 278, 298)
                .gap("plan", "E1", OCTOBER));
    assertThat(quality.changes())
        .containsExactly(
            new TableChange("person", null, null, null),
            new TableChange("plan", null, OCTOBER, new TableChange.Rows(12, 0, 6)));
    assertThat(quality.comparisons())
        .containsExactly(
            new LoadComparison(
                "plan", "SYSTEM", "X-1", "X-2", new LoadComparison.Keys(1774, 32, 278, 298)));
    assertThat(quality.gaps()).containsExactly(new DeliveryGap("plan", "E1", OCTOBER));
  }

  @Test
  void aGenerationOfTheVersionBeforeTellsNothingOfDeliveriesOverTime() throws SQLException {
    DeliveryFixture rows = fixture().delivery("g1", "plan", SEPTEMBER, 120);
    rows.mart().check("DQ16", "plan", 120, false).publish();
    String file = "jdbc:duckdb:" + new StoreLayout(root).mart("g2", Layer.PROTECTED);
    try (Connection connection = DriverManager.getConnection(file)) {
      for (MartTable table : DeliverySchema.TABLES) {
        connection.createStatement().execute("DROP TABLE " + table.name());
      }
    }
    QualityMart quality = served();
    assertThat(List.of(quality.deliveries(), quality.gaps(), quality.comparisons()))
        .allSatisfy(list -> assertThat(list).isEmpty());
    assertThat(List.of(quality.changes(), quality.delayTables(), quality.indicatorDelays()))
        .allSatisfy(list -> assertThat(list).isEmpty());
    assertThat(quality.revisions(RevisionQuery.ALL)).isEmpty();
    assertThat(quality.delays("plan", null)).isEmpty();
    assertThat(quality.trend("DQ16")).hasSize(1);
  }
}
