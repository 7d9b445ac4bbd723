package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What must hold between the tables, beyond the rules of single rows. */
class WholeMunicipalityTest {
  private static final Deliveries DELIVERIES = OrdinaryMunicipality.DELIVERIES;
  private static final LocalDate FROM = OrdinaryMunicipality.PLAN.from();
  private static final LocalDate UNTIL = OrdinaryMunicipality.UNTIL;

  @Test
  void everyFormOfCareAndAnExternalProviderAreThere() throws SQLException {
    String types = "(SELECT DISTINCT unit_type FROM org_unit WHERE level = 'UNIT')";
    assertThat(DELIVERIES.rows(types, "TRUE")).isEqualTo(4);
    assertThat(DELIVERIES.rows("org_unit", "provider_form = 'EXTERNAL'")).isPositive();
    assertThat(DELIVERIES.rows("(SELECT DISTINCT enrolment_type FROM enrolment)", "TRUE"))
        .isEqualTo(4);
    assertThat(
            DELIVERIES.rows(
                "enrolment a JOIN enrolment b ON a.person_key = b.person_key"
                    + " AND a.start_date = b.start_date",
                "a.enrolment_type = 'HOME_CARE' AND b.enrolment_type = 'HOME_HEALTH'"))
        .isPositive();
  }

  @Test
  void anAbsenceLiesWithinItsEnrolment() throws SQLException {
    String absences = "absence a JOIN enrolment e ON e.enrolment_id = a.enrolment_id";
    assertThat(
            DELIVERIES.rows(
                absences,
                "a.from_date < e.start_date OR a.to_date > e.end_date"
                    + " OR (a.to_date IS NULL AND e.end_date IS NOT NULL)"))
        .isZero();
    assertThat(
            DELIVERIES.rows(
                "absence a JOIN absence b ON a.enrolment_id = b.enrolment_id",
                "a.from_date < b.from_date AND COALESCE(a.to_date, DATE '9999-01-01') > b.from_date"))
        .isZero();
    assertThat(DELIVERIES.rows("absence", "reason = 'HOSPITAL'")).isPositive();
    assertThat(DELIVERIES.rows("absence", "to_date IS NULL")).isPositive();
  }

  @Test
  void nothingHappensAtTheUnitToOneWhoIsAway() throws SQLException {
    String away =
        """
        outcome_event o JOIN enrolment e ON e.person_key = o.person_key
          JOIN absence a ON a.enrolment_id = e.enrolment_id
          AND CAST(o.occurred_at AS DATE) >= a.from_date
          AND CAST(o.occurred_at AS DATE) < COALESCE(a.to_date, DATE '9999-01-01')
        """;
    assertThat(DELIVERIES.rows(away, "TRUE")).isZero();
  }

  @Test
  void onlyARiskIsFollowedByActionsAndInOrder() throws SQLException {
    String actions =
        "preventive_action a JOIN risk_assessment r ON r.assessment_id = a.assessment_id";
    assertThat(
            DELIVERIES.rows(
                actions,
                "r.clinical_risk <> 'YES' OR r.status <> 'COMPLETE' OR a.area <> r.area"
                    + " OR a.planned_at < r.assessed_at"))
        .isZero();
    String followUps =
        "action_followup f JOIN risk_assessment r ON r.assessment_id = f.assessment_id";
    assertThat(DELIVERIES.rows(followUps, "f.followed_up_at < r.assessed_at")).isZero();
    String early =
        "action_followup f JOIN preventive_action a ON a.assessment_id = f.assessment_id";
    assertThat(DELIVERIES.rows(early, "f.followed_up_at < a.performed_at")).isZero();
    assertThat(DELIVERIES.rows("preventive_action", "action_code IS NULL AND kva_code IS NULL"))
        .isPositive();
  }

  @Test
  void aFallThatIsAlsoADeviationIsTheSameFall() throws SQLException {
    String linked = "outcome_event o JOIN deviation d ON d.deviation_id = o.deviation_id";
    assertThat(DELIVERIES.rows(linked, "o.event_type = 'FALL'")).isGreaterThan(1_000);
    assertThat(
            DELIVERIES.rows(
                linked,
                "o.event_type <> d.category OR o.person_key <> d.person_key"
                    + " OR o.org_unit_id <> d.org_unit_id OR o.occurred_at <> d.occurred_at"))
        .isZero();
    assertThat(DELIVERIES.rows("outcome_event", "event_type = 'FALL' AND deviation_id IS NULL"))
        .isPositive();
  }

  @Test
  void nobodyIsInARegisterThatTheyDeclined() throws SQLException {
    String entries = "quality_register_entry q JOIN person p ON p.person_key = q.person_key";
    assertThat(DELIVERIES.rows("person", "register_opt_out IS NOT NULL")).isPositive();
    assertThat(DELIVERIES.rows(entries, "LOCATE(q.register, p.register_opt_out) > 0")).isZero();
    assertThat(
            DELIVERIES.rows(
                entries, "q.register = 'PALLIATIVE' AND q.reference_date <> p.death_date"))
        .isZero();
    assertThat(
            DELIVERIES.rows(
                entries,
                "q.register = 'PALLIATIVE' AND DATEDIFF(DAY, p.death_date, q.registered_at) > 60"))
        .isPositive();
    assertThat(
            DELIVERIES.rows(
                "quality_register_entry q JOIN org_unit u ON u.org_unit_id = q.org_unit_id",
                "q.register = 'BPSD' AND u.orientation <> 'DEMENTIA'"))
        .isZero();
  }

  @Test
  void anItemIsResolvedAtALaterConferenceOfItsUnit() throws SQLException {
    String items = "followup_item i JOIN conference c ON c.conference_id = i.raised_conference_id";
    assertThat(
            DELIVERIES.rows(
                items + " JOIN conference r ON r.conference_id = i.resolved_conference_id",
                "r.org_unit_id <> c.org_unit_id OR r.actual_start <= c.actual_start"
                    + " OR i.resolved_at > CAST(r.actual_start AS DATE)"
                    + " OR i.resolved_at <= CAST(c.actual_start AS DATE)"))
        .isZero();
    assertThat(
            DELIVERIES.rows(
                items + " JOIN conference_case k ON k.case_id = i.case_id",
                "k.conference_id <> c.conference_id OR k.outcome <> 'DISCUSSED'"))
        .isZero();
    assertThat(
            DELIVERIES.rows(
                "followup_item",
                "(status = 'OPEN') <> (times_carried = 0 AND resolved_at IS NULL)"))
        .isZero();
  }

  @Test
  void aDeviationIsReviewedAtAConferenceAfterItsReport() throws SQLException {
    String reviewed =
        "deviation d JOIN conference c ON c.conference_id = d.reviewed_at_conference_id";
    assertThat(
            DELIVERIES.rows(
                reviewed,
                "c.org_unit_id <> d.org_unit_id OR c.status <> 'HELD'"
                    + " OR c.actual_start <= d.reported_at"))
        .isZero();
    assertThat(
            DELIVERIES.rows(reviewed, "TRUE") / DELIVERIES.number("SELECT COUNT(*) FROM deviation"))
        .isBetween(0.65, 0.9);
  }

  @Test
  void conferencesReachBackBeforeTheDelivery() throws SQLException {
    String early = "planned_start < DATE '" + FROM.minusDays(183) + "'";
    assertThat(DELIVERIES.rows("conference", early)).isPositive();
    assertThat(
            DELIVERIES.rows(
                "conference_case k JOIN conference c ON c.conference_id = k.conference_id", early))
        .isPositive();
  }

  @Test
  void noConferenceIsBookedInAPauseUnlessItWasPutOff() throws SQLException {
    String paused =
        """
        conference c JOIN unit_calendar p ON p.kind = 'CONFERENCE_PAUSE'
          AND p.org_unit_id IN ('D1', c.org_unit_id)
          AND CAST(c.planned_start AS DATE) BETWEEN p.date_from AND p.date_to
        """;
    assertThat(DELIVERIES.rows(paused, "c.replaces_conference_id IS NULL")).isZero();
    assertThat(DELIVERIES.rows("(SELECT DISTINCT kind FROM unit_calendar)", "TRUE")).isEqualTo(4);
  }

  @Test
  void noUnitHoldsTwoConferencesAtOnce() throws SQLException {
    String twins =
        "conference a JOIN conference b ON a.org_unit_id = b.org_unit_id"
            + " AND a.conference_id < b.conference_id";
    assertThat(
            DELIVERIES.rows(
                twins, "ABS(DATEDIFF(MINUTE, a.planned_start, b.planned_start)) <= 120"))
        .isZero();
  }

  @Test
  void anInitiativeStartsWithinTheDeliveryAndHasBothArms() throws SQLException {
    assertThat(
            DELIVERIES.rows(
                "initiative",
                "start_date > DATE '%s' AND start_date < DATE '%s'".formatted(FROM, UNTIL)))
        .isEqualTo(2);
    String fallTeam = "initiative_id = 'INS-1' AND arm = ";
    assertThat(DELIVERIES.rows("initiative_participation", fallTeam + "'INTERVENTION'"))
        .isGreaterThan(20);
    assertThat(DELIVERIES.rows("initiative_participation", fallTeam + "'COMPARISON'"))
        .isGreaterThan(20);
    assertThat(
            DELIVERIES.rows(
                "initiative_participation p JOIN initiative i ON i.initiative_id = p.initiative_id",
                "p.start_date < i.start_date OR i.plan_written_at >= i.start_date"))
        .isZero();
  }
}
