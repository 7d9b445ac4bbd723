package se.helhetssyn.pipelines.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small table of cases per rule: what must be marked, and what must not. */
class MarkRulesTest {
  private static final LocalDate LATEST = LocalDate.of(2026, 10, 31);

  @TempDir Path scratch;
  private SmallTables tables;

  @BeforeEach
  void open() throws SQLException {
    tables = SmallTables.open(scratch).on(LATEST);
  }

  @AfterEach
  void close() throws SQLException {
    tables.close();
  }

  @Test
  void documentationBeforeTheActualStartIsMarked() throws SQLException {
    tables.conference("K1", "planned_start=2026-03-02T13:00", "actual_start=2026-03-02T13:30");
    tables.conference("K2", "planned_start=2026-03-02T13:00");
    tables
        .row(
            "conference_case",
            "case_id=A",
            "conference_id=K1",
            "sol_documented_at=2026-03-02T13:29:59")
        .row(
            "conference_case",
            "case_id=B",
            "conference_id=K1",
            "sol_documented_at=2026-03-02T13:30")
        .row(
            "conference_case",
            "case_id=C",
            "conference_id=K2",
            "hsl_documented_at=2026-03-02T12:59")
        .row(
            "conference_case",
            "case_id=D",
            "conference_id=K2",
            "sol_documented_at=2026-03-02T14:00",
            "hsl_documented_at=2026-03-01T14:00")
        .row("conference_case", "case_id=E", "conference_id=K2")
        .row(
            "conference_case",
            "case_id=F",
            "conference_id=K9",
            "sol_documented_at=1999-01-01T00:00");
    assertThat(tables.found("DQ09", "conference_case"))
        .containsExactly(
            "A DOCUMENTED_BEFORE_CONFERENCE",
            "C DOCUMENTED_BEFORE_CONFERENCE",
            "D DOCUMENTED_BEFORE_CONFERENCE");
    assertThat(tables.hold("DQ09")).containsExactly("DQ09 conference_case 4");
  }

  @Test
  void documentationInTheSecondOfTheDoubleHoursIsNotBeforeTheFirst() throws SQLException {
    tables.conference("K1", "planned_start=2026-10-25T02:50:00+02:00");
    tables
        .row(
            "conference_case",
            "case_id=A",
            "conference_id=K1",
            "sol_documented_at=2026-10-25T02:10:00+01:00")
        .row(
            "conference_case",
            "case_id=B",
            "conference_id=K1",
            "sol_documented_at=2026-10-25T02:10:00+02:00");
    assertThat(tables.found("DQ09", "conference_case"))
        .containsExactly("B DOCUMENTED_BEFORE_CONFERENCE");
  }

  @Test
  void aConferenceHeldByNobodyIsMarked() throws SQLException {
    tables.conference("K1", "status=HELD");
    tables.conference("K2", "status=HELD");
    tables.conference("K3", "status=CANCELLED");
    tables.row("conference_participant", "conference_id=K2", "participant_no=1");
    assertThat(tables.found("DQ10", "conference")).containsExactly("K1 HELD_WITHOUT_PARTICIPANTS");
    assertThat(tables.hold("DQ10")).containsExactly("DQ10 conference 2");
  }

  @Test
  void statusIsHeldAgainstTheDayOfTheLatestExtraction() throws SQLException {
    tables.conference("K1", "status=HELD", "planned_start=2026-11-01T00:00");
    tables.conference("K2", "status=HELD", "planned_start=2026-10-31T23:59");
    tables.conference("K3", "status=PLANNED", "planned_start=2026-10-31T23:59");
    tables.conference("K4", "status=PLANNED", "planned_start=2026-11-01T00:00");
    tables.conference("K5", "status=CANCELLED", "planned_start=2026-01-01T10:00");
    tables.conference(
        "K6", "status=HELD", "planned_start=2026-11-02T10:00", "actual_start=2026-10-30T10:00");
    assertThat(tables.found("DQ11", "conference"))
        .containsExactly("K1 HELD_IN_THE_FUTURE", "K3 PLANNED_IN_THE_PAST");
    assertThat(tables.hold("DQ11")).containsExactly("DQ11 conference 5");
  }

  @Test
  void aCaseIsMarkedUnlessThePersonIsAtTheUnitThatDay() throws SQLException {
    tables.conference("K1", "planned_start=2026-03-02T23:30");
    tables.row("conference", "conference_id=K2", "planned_start=2026-03-02T10:00");
    for (String person : List.of("P1", "P2", "P3", "P4", "P5", "P6")) {
      tables.row(
          "conference_case", "case_id=" + person, "conference_id=K1", "person_key=" + person);
    }
    tables.row("conference_case", "case_id=unknown unit", "conference_id=K2", "person_key=P9");
    enrolment("P1", "org_unit_id=E1", "start_date=2026-03-02");
    enrolment("P2", "org_unit_id=E1", "start_date=2026-03-03");
    enrolment("P3", "org_unit_id=E1", "start_date=2026-01-01", "end_date=2026-03-02");
    enrolment("P4", "org_unit_id=E1", "start_date=2026-01-01", "end_date=2026-03-03");
    enrolment("P5", "org_unit_id=E2", "start_date=2026-01-01");
    enrolment("P6", "start_date=2026-01-01");
    assertThat(tables.found("DQ12", "conference_case"))
        .containsExactly(
            "P2 ENROLLED_NOWHERE",
            "P3 ENROLLED_NOWHERE",
            "P5 ENROLLED_ELSEWHERE",
            "P6 ENROLLED_ELSEWHERE");
    assertThat(tables.hold("DQ12")).containsExactly("DQ12 conference_case 6");
  }

  private void enrolment(String person, String... values) throws SQLException {
    tables.row(
        "enrolment", SmallTables.join(values, "enrolment_id=" + person, "person_key=" + person));
  }

  @Test
  void aStayThatBeginsAwayIsMarked() throws SQLException {
    for (String id : List.of("S1", "S2", "S3", "S4")) {
      tables.row("enrolment", "enrolment_id=" + id, "start_date=2026-03-02");
    }
    tables
        .row("absence", "enrolment_id=S1", "from_date=2026-03-02", "reason=AWAY")
        .row("absence", "enrolment_id=S2", "from_date=2026-03-03", "reason=AWAY")
        .row("absence", "enrolment_id=S3", "from_date=2026-03-02", "reason=HOSPITAL")
        .row("absence", "enrolment_id=S4", "from_date=2026-03-02");
    assertThat(tables.found("DQ15", "enrolment")).containsExactly("S1 AWAY_FROM_THE_START");
    assertThat(tables.hold("DQ15")).containsExactly("DQ15 enrolment 4");
  }

  @Test
  void everyChangeOfAUnitIsTold() throws SQLException {
    tables.row(
        "org_succession",
        "predecessor_id=E1",
        "successor_id=E2",
        "change_date=2026-03-02",
        "change_type=MERGE");
    assertThat(tables.found("DQ17", "org_succession")).containsExactly("E1|E2|2026-03-02 MERGE");
  }

  @Test
  void aFollowUpBeforeItsAssessmentIsMarked() throws SQLException {
    tables
        .row("risk_assessment", "assessment_id=R1", "assessed_at=2026-03-02")
        .row("action_followup", "followup_id=F1", "assessment_id=R1", "followed_up_at=2026-03-01")
        .row("action_followup", "followup_id=F2", "assessment_id=R1", "followed_up_at=2026-03-02")
        .row("action_followup", "followup_id=F3", "assessment_id=R1")
        .row("action_followup", "followup_id=F4", "assessment_id=R2", "followed_up_at=2026-03-01");
    assertThat(tables.found("DQ26", "action_followup"))
        .containsExactly("F1 FOLLOWED_UP_BEFORE_ASSESSMENT");
    assertThat(tables.hold("DQ26")).containsExactly("DQ26 action_followup 3");
  }

  @Test
  void whatPointsAtNothingIsMarked() throws SQLException {
    tables
        .row("person", "person_key=P1")
        .row("plan", "plan_id=L1", "person_key=P1", "org_unit_id=E404")
        .row("plan", "plan_id=L2", "person_key=P2", "org_unit_id=E404")
        .row(
            "initiative_participation",
            "initiative_id=I1",
            "person_key=P1",
            "start_date=2026-03-02")
        .row("plan_revision", "revision_id=V1", "plan_id=L1")
        .row("plan_revision", "revision_id=V2", "plan_id=L9", "case_id=C9");
    assertThat(tables.found("CT07", "plan")).containsExactly("L2 REFERENCE:person_key");
    assertThat(
            tables.texts(
                "SELECT record_key || ' ' || code FROM mark WHERE table_name = 'initiative_participation'"))
        .containsExactly("I1|P1|2026-03-02 REFERENCE:initiative_id");
    assertThat(
            tables.texts(
                "SELECT record_key || ' ' || code FROM mark WHERE table_name = 'plan_revision' ORDER BY 1"))
        .containsExactly("V2 REFERENCE:case_id", "V2 REFERENCE:plan_id");
  }

  @Test
  void everyReferenceButTheUnitOfARowIsFollowed() {
    List<MarkRule> rules = MarkRules.of(SmallTables.CONTRACT);
    long references =
        SmallTables.CONTRACT.tables().stream()
            .flatMap(table -> table.foreignKeys().stream())
            .filter(key -> !key.fields().contains("org_unit_id"))
            .count();
    assertThat(rules).filteredOn(rule -> rule.id().equals("CT07")).hasSize((int) references);
  }
}
