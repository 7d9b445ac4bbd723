package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each story is looked for by simple counting in the delivered rows, not in the generator. */
class StoriesTest {
  private static final String CONFERENCES =
      """
      (SELECT c.org_unit_id, CAST(c.actual_start AS DATE) AS counted,
        CASE WHEN (SELECT COUNT(DISTINCT p.role) FROM conference_participant p
          WHERE p.conference_id = c.conference_id AND p.attendance IN ('PRESENT', 'REMOTE')
            AND p.role IN ('UNIT_MANAGER', 'CARE_WORKER', 'REGISTERED_NURSE',
              'OCCUPATIONAL_THERAPIST', 'PHYSIOTHERAPIST')) = 5 THEN 1.0 ELSE 0.0 END AS met
        FROM conference c WHERE c.status = 'HELD')
      """;
  private static final String REVISIONS =
      """
      (SELECT c.org_unit_id, CAST(c.actual_start AS DATE) AS counted,
        CASE WHEN EXISTS (SELECT 1 FROM plan p JOIN plan_revision r ON r.plan_id = p.plan_id
          WHERE p.person_key = k.person_key AND r.revision_kind IN ('REVISED', 'ENDED')
            AND DATEDIFF(DAY, c.actual_start, r.revised_at) BETWEEN 0 AND 14)
          THEN 1.0 ELSE 0.0 END AS met
        FROM conference_case k JOIN conference c ON c.conference_id = k.conference_id
        WHERE k.revision_needed = 'YES')
      """;
  private static final String CLOSINGS =
      """
      (SELECT org_unit_id, CAST(reported_at AS DATE) AS counted,
        CASE WHEN DATEDIFF(DAY, reported_at, closed_at) <= 60 THEN 1.0 ELSE 0.0 END AS met
        FROM deviation WHERE status <> 'REJECTED')
      """;

  @TempDir static Path dir;
  private static Deliveries deliveries;
  private static PlantedStory improvement;
  private static PlantedStory worsening;
  private static PlantedStory outbreak;

  @BeforeAll
  static void make() throws SQLException {
    Ledger ledger =
        SyntheticMunicipality.write(
            MunicipalityPlan.ordinary(LocalDate.of(2026, 10, 31)), dir, line -> {});
    improvement = ledger.stories().get(0);
    worsening = ledger.stories().get(1);
    outbreak = ledger.stories().get(2);
    deliveries = Deliveries.read(dir);
    deliveries.execute("CREATE INDEX ON conference_participant (conference_id)");
    deliveries.execute("CREATE INDEX ON plan (person_key)");
    deliveries.execute("CREATE INDEX ON plan_revision (plan_id)");
  }

  @AfterAll
  static void close() throws SQLException {
    deliveries.close();
  }

  @Test
  void theStoriesHappenAtDifferentUnits() {
    assertThat(improvement.unitId()).isNotEqualTo(outbreak.unitId());
    assertThat(worsening.unitId()).isNotIn(improvement.unitId(), outbreak.unitId());
  }

  @Test
  void theTeamBecomesComplete() throws SQLException {
    LocalDate changed = improvement.from();
    assertThat(share(CONFERENCES, improvement, changed.minusYears(2), changed))
        .isBetween(0.30, 0.55);
    assertThat(share(CONFERENCES, improvement, changed.plusMonths(8), changed.plusMonths(12)))
        .isGreaterThan(0.80);
  }

  @Test
  void plansBecomeRevisedInTime() throws SQLException {
    LocalDate changed = improvement.from();
    assertThat(share(REVISIONS, improvement, changed.minusYears(2), changed)).isBetween(0.35, 0.60);
    assertThat(share(REVISIONS, improvement, changed.plusMonths(7), improvement.to().minusDays(14)))
        .isGreaterThan(0.80);
  }

  @Test
  void deviationsStayOpenLonger() throws SQLException {
    LocalDate changed = worsening.from();
    assertThat(share(CLOSINGS, worsening, changed.minusYears(2), changed)).isGreaterThan(0.70);
    assertThat(share(CLOSINGS, worsening, changed.plusMonths(4), worsening.to().minusDays(60)))
        .isLessThan(0.50);
  }

  @Test
  void theOutbreakIsAWave() throws SQLException {
    assertThat(during("deviation", "occurred_at", "category = 'INFECTION'")).isGreaterThan(12);
    assertThat(
            deliveries.rows(
                "deviation",
                "category = 'INFECTION' AND org_unit_id = '" + outbreak.unitId() + "'"))
        .isLessThan(30);
    assertThat(during("enrolment", "end_date", "end_reason = 'DECEASED'")).isGreaterThan(3);
    assertThat(during("risk_assessment", "assessed_at", "status = 'DECLINED'")).isGreaterThan(3);
    assertThat(during("risk_assessment", "assessed_at", "status = 'COMPLETE' AND case_id IS NULL"))
        .isZero();
    assertThat(during("conference", "planned_start", "cancel_reason = 'OUTBREAK'")).isPositive();
    assertThat(during("conference", "planned_start", "status = 'HELD'")).isZero();
  }

  @Test
  void theLevelsAreThoseOfEverydayPractice() throws SQLException {
    assertThat(share(CONFERENCES)).isBetween(0.65, 0.85);
    assertThat(share(REVISIONS)).isBetween(0.70, 0.85);
    assertThat(share(CLOSINGS)).isBetween(0.70, 0.85);
    assertThat(currentAssessments(LocalDate.of(2023, 11, 30))).isBetween(0.75, 0.88);
    assertThat(currentAssessments(LocalDate.of(2026, 9, 30))).isBetween(0.75, 0.88);
  }

  @Test
  void noUnitIsPerfectOrHopeless() throws SQLException {
    for (String rows : new String[] {CONFERENCES, CLOSINGS}) {
      String units = "(SELECT AVG(met) AS share FROM " + rows + " GROUP BY org_unit_id)";
      assertThat(deliveries.number("SELECT MAX(share) FROM " + units)).isLessThan(0.99);
      assertThat(deliveries.number("SELECT MIN(share) FROM " + units)).isGreaterThan(0.40);
      assertThat(deliveries.number("SELECT STDDEV_POP(share) FROM " + units)).isGreaterThan(0.02);
    }
  }

  private static long during(String table, String date, String condition) throws SQLException {
    return deliveries.rows(
        table,
        "%s AND org_unit_id = '%s' AND CAST(%s AS DATE) BETWEEN DATE '%s' AND DATE '%s'"
            .formatted(condition, outbreak.unitId(), date, outbreak.from(), outbreak.to()));
  }

  private static double share(String rows, PlantedStory story, LocalDate from, LocalDate to)
      throws SQLException {
    return deliveries.number(
        "SELECT AVG(met) FROM %s WHERE org_unit_id = '%s' AND counted >= DATE '%s' AND counted < DATE '%s'"
            .formatted(rows, story.unitId(), from, to));
  }

  private static double share(String rows) throws SQLException {
    return deliveries.number("SELECT AVG(met) FROM " + rows + " WHERE counted < DATE '2026-08-31'");
  }

  /** Share of those in scope with all four basic areas assessed within 183 days. */
  private static double currentAssessments(LocalDate day) throws SQLException {
    return deliveries.number(
        """
        SELECT AVG(CASE WHEN areas = 4 THEN 1.0 ELSE 0.0 END) FROM (
          SELECT e.person_key, COUNT(DISTINCT r.area) AS areas
          FROM enrolment e LEFT JOIN risk_assessment r ON r.person_key = e.person_key
            AND r.status = 'COMPLETE' AND r.area <> 'BLADDER_DYSFUNCTION'
            AND r.assessed_at BETWEEN DATE '%1$s' AND DATE '%2$s'
          WHERE e.enrolment_type IN ('RESIDENTIAL', 'HOME_HEALTH')
            AND e.start_date <= DATE '%3$s'
            AND COALESCE(e.end_date, DATE '9999-01-01') > DATE '%2$s'
          GROUP BY e.person_key)
        """
            .formatted(day.minusDays(183), day, day.minusDays(14)));
  }
}
