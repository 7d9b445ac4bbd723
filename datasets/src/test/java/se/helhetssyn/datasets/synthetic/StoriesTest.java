package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  /** Assessments with a risk in the end. */
  private static final String RISKS =
      """
      (SELECT * FROM risk_assessment r WHERE r.status = 'COMPLETE' AND r.clinical_risk = 'YES')
      """;

  private static final String PERFORMED =
      """
      (SELECT r.org_unit_id, a.planned_at AS counted,
        CASE WHEN DATEDIFF(DAY, a.planned_at, a.performed_at) <= 30 THEN 1.0 ELSE 0.0 END AS met
        FROM preventive_action a JOIN risk_assessment r ON r.assessment_id = a.assessment_id
        WHERE COALESCE(a.not_performed_reason, '-') NOT IN ('DECLINED', 'DECEASED', 'MOVED'))
      """;
  private static final String PLANNED =
      """
      (SELECT r.org_unit_id, r.assessed_at AS counted,
        CASE WHEN EXISTS (SELECT 1 FROM preventive_action a
          WHERE a.assessment_id = r.assessment_id) THEN 1.0 ELSE 0.0 END AS met
        FROM %s r)
      """
          .formatted(RISKS);
  private static final String WHOLE_CHAINS =
      """
      (SELECT r.org_unit_id, r.assessed_at AS counted,
        CASE WHEN EXISTS (SELECT 1 FROM risk_cause c WHERE c.assessment_id = r.assessment_id)
          AND EXISTS (SELECT 1 FROM preventive_action a JOIN action_followup f
            ON f.assessment_id = a.assessment_id AND f.followed_up_at >= a.performed_at
            AND DATEDIFF(DAY, r.assessed_at, f.followed_up_at) <= 90
            WHERE a.assessment_id = r.assessment_id)
          THEN 1.0 ELSE 0.0 END AS met
        FROM %s r)
      """
          .formatted(RISKS);
  private static final String ITEMS =
      """
      (SELECT c.org_unit_id, CAST(c.actual_start AS DATE) AS counted,
        CASE WHEN i.status IN ('DONE', 'DROPPED') AND i.resolved_at <= (
          SELECT CAST(MIN(n.actual_start) AS DATE) FROM conference n
          WHERE n.org_unit_id = c.org_unit_id AND n.status = 'HELD'
            AND n.actual_start > c.actual_start) THEN 1.0 ELSE 0.0 END AS met
        FROM followup_item i JOIN conference c ON c.conference_id = i.raised_conference_id)
      """;

  private static final Deliveries deliveries = OrdinaryMunicipality.DELIVERIES;
  private static final PlantedStory improvement = OrdinaryMunicipality.story("IMPROVEMENT");
  private static final PlantedStory worsening = OrdinaryMunicipality.story("WORSENING");
  private static final PlantedStory outbreak = OrdinaryMunicipality.story("OUTBREAK");
  private static final PlantedStory dropped = OrdinaryMunicipality.story("DROPPED_CHAIN");
  private static final PlantedStory carried = OrdinaryMunicipality.story("CARRIED_ITEMS");
  private static final PlantedStory initiative = OrdinaryMunicipality.story("INITIATIVE");

  @Test
  void theStoriesHappenAtDifferentUnits() {
    assertThat(OrdinaryMunicipality.LEDGER.stories())
        .extracting(PlantedStory::unitId)
        .startsWith("E0015", "E0022", "E0028")
        .hasSize(6)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(reorganised());
  }

  private static List<String> reorganised() {
    Cast cast = new Organisation(OrdinaryMunicipality.PLAN).cast();
    return Stream.concat(cast.merging().stream(), cast.renamed().stream()).map(Unit::id).toList();
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
  void theChainIsDroppedAfterPlanning() throws SQLException {
    LocalDate changed = dropped.from();
    LocalDate settled = changed.plusMonths(2);
    assertThat(share(PERFORMED, dropped, changed.minusYears(2), changed)).isGreaterThan(0.70);
    assertThat(share(PERFORMED, dropped, settled, dropped.to().minusDays(30))).isLessThan(0.50);
    assertThat(share(WHOLE_CHAINS, dropped, changed.minusYears(2), changed)).isGreaterThan(0.35);
    assertThat(share(WHOLE_CHAINS, dropped, settled, dropped.to().minusDays(90))).isLessThan(0.20);
    assertThat(share(PLANNED, dropped, settled, dropped.to().minusDays(14))).isGreaterThan(0.70);
  }

  @Test
  void minutesItemsAreCarriedOver() throws SQLException {
    LocalDate changed = carried.from();
    assertThat(share(ITEMS, carried, changed.minusYears(2), changed)).isGreaterThan(0.55);
    assertThat(share(ITEMS, carried, changed.plusMonths(2), carried.to().minusDays(30)))
        .isLessThan(0.42);
    assertThat(deliveries.rows("followup_item", "times_carried >= 3")).isPositive();
  }

  @Test
  void fallsBecomeFewerWhereTheTeamStarted() throws SQLException {
    LocalDate changed = initiative.from();
    String compared =
        new Organisation(OrdinaryMunicipality.PLAN).cast().compared().orElseThrow().id();
    double before = falls(initiative.unitId(), changed.minusMonths(10), changed);
    double after = falls(initiative.unitId(), changed.plusMonths(2), initiative.to());
    assertThat(after / before).isLessThan(0.65);
    assertThat(
            falls(compared, changed.plusMonths(2), initiative.to())
                / falls(compared, changed.minusMonths(10), changed))
        .isBetween(0.7, 1.6);
  }

  @Test
  void theLevelsAreThoseOfEverydayPractice() throws SQLException {
    assertThat(share(CONFERENCES)).isBetween(0.65, 0.85);
    assertThat(share(REVISIONS)).isBetween(0.70, 0.85);
    assertThat(share(CLOSINGS)).isBetween(0.70, 0.85);
    assertThat(share(PERFORMED)).isBetween(0.70, 0.90);
    assertThat(share(WHOLE_CHAINS)).isBetween(0.40, 0.60);
    assertThat(share(ITEMS)).isBetween(0.60, 0.80);
    assertThat(currentAssessments(LocalDate.of(2023, 11, 30))).isBetween(0.75, 0.88);
    assertThat(currentAssessments(LocalDate.of(2026, 9, 30))).isBetween(0.75, 0.88);
  }

  @Test
  void noUnitIsPerfectOrHopeless() throws SQLException {
    for (String rows : new String[] {CONFERENCES, CLOSINGS, PERFORMED, ITEMS}) {
      String units = "(SELECT AVG(met) AS share FROM " + rows + " GROUP BY org_unit_id)";
      assertThat(deliveries.number("SELECT MAX(share) FROM " + units)).isLessThan(0.99);
      assertThat(deliveries.number("SELECT MIN(share) FROM " + units)).isGreaterThan(0.40);
      assertThat(deliveries.number("SELECT STDDEV_POP(share) FROM " + units)).isGreaterThan(0.02);
    }
  }

  private static double falls(String unit, LocalDate from, LocalDate to) throws SQLException {
    return deliveries.rows(
        "outcome_event",
        "event_type = 'FALL' AND org_unit_id = '%s' AND occurred_at >= DATE '%s' AND occurred_at < DATE '%s'"
            .formatted(unit, from, to));
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
