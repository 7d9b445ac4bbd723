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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deviations and conferences that may be one, counted twice or hard to tell apart. */
class AlikeRowsTest {
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

  @ParameterizedTest
  @CsvSource({"10, 1, false", "9, 1, true", "1000, 100, false", "1000, 101, true", "5, 0, false"})
  void moreThanATenthInOtherIsMarked(int deviations, int others, boolean marked)
      throws SQLException {
    tables.execute(
        """
        INSERT INTO deviation (deviation_id, org_unit_id, category)
        SELECT i, 'E1', CASE WHEN i < %d THEN 'OTHER' ELSE 'FALL' END FROM range(%d) AS _(i)
        """
            .formatted(others, deviations));
    tables.deviation("unit unknown", "category=OTHER");
    assertThat(tables.found("DQ34", "deviation"))
        .isEqualTo(marked ? List.of("E1 OTHER_OVERUSED") : List.of());
    assertThat(tables.hold("DQ34")).containsExactly("DQ34 deviation 1");
  }

  @Test
  void oneEventUnderBothLawsIsAPair() throws SQLException {
    event("D2", "HSL", "P1", "2026-03-02T23:59");
    event("D1", "SOL", "P1", "2026-03-03T00:01");
    event("D3", "SOL", "P1", "2026-03-04T00:00");
    event("D4", "SOL", "P2", "2026-03-02T12:00");
    event("D5", "HSL", "P1", "2026-03-02T12:00", "category=OTHER");
    event("D6", "LSS", "P1", "2026-03-02T12:00");
    tables.deviation("D7", "law=SOL", "person_key=P1", "category=FALL");
    tables.deviation("D8", "law=SOL", "occurred_at=2026-03-02T12:00", "category=FALL");
    tables.deviation("D9", "law=HSL", "occurred_at=2026-03-02T12:00", "category=FALL");
    assertThat(tables.found("DQ35", "deviation")).containsExactly("D1+D2 POSSIBLE_SAME_EVENT");
    assertThat(tables.hold("DQ35")).containsExactly("DQ35 deviation 5");
  }

  @Test
  void daysAreThoseOfSwedenWhenTheClockChanges() throws SQLException {
    event("D1", "HSL", "P1", "2026-10-24T22:30:00Z"); // the 25th in Sweden, a day of 25 hours
    event("D2", "SOL", "P1", "2026-10-26T22:59:00Z"); // still the 26th
    event("D3", "SOL", "P1", "2026-10-26T23:00:00Z"); // the 27th
    assertThat(tables.found("DQ35", "deviation")).containsExactly("D1+D2 POSSIBLE_SAME_EVENT");
  }

  private void event(String id, String law, String person, String at, String... more)
      throws SQLException {
    String[] values =
        SmallTables.join(more, "law=" + law, "person_key=" + person, "occurred_at=" + at);
    tables.deviation(id, more.length == 0 ? SmallTables.join(values, "category=FALL") : values);
  }

  @Test
  void aFallThatIsADeviationTooIsTold() throws SQLException {
    tables
        .row("outcome_event", "event_id=O1", "event_type=FALL", "deviation_id=D1")
        .row("outcome_event", "event_id=O2", "event_type=FALL")
        .row("outcome_event", "event_id=O3", "event_type=PRESSURE_ULCER", "deviation_id=D2");
    assertThat(tables.found("DQ36", "outcome_event")).containsExactly("O1 EVENT_AND_DEVIATION");
    assertThat(tables.hold("DQ36")).containsExactly("DQ36 outcome_event 2");
  }

  @Test
  void conferencesOfAUnitWithinTwoHoursAreAPair() throws SQLException {
    tables.conference("K2", "planned_start=2026-03-02T13:00");
    tables.conference("K1", "planned_start=2026-03-02T15:00");
    tables.conference("K3", "planned_start=2026-03-02T10:59:59");
    tables.row(
        "conference", "conference_id=K4", "org_unit_id=E2", "planned_start=2026-03-02T13:00");
    tables.row("conference", "conference_id=K5", "planned_start=2026-03-02T13:00");
    tables.row("conference", "conference_id=K6", "planned_start=2026-03-02T13:00");
    assertThat(tables.found("DQ41", "conference"))
        .containsExactly("K1+K2 POSSIBLE_SAME_CONFERENCE");
    assertThat(tables.hold("DQ41")).containsExactly("DQ41 conference 4");
  }

  @Test
  void hoursAreRealHoursWhenTheClockChanges() throws SQLException {
    tables.conference("K1", "planned_start=2026-10-25T01:30:00+02:00");
    tables.conference(
        "K2", "planned_start=2026-10-25T03:00:00+01:00"); // two and a half hours later
    tables.conference("K3", "planned_start=2026-10-25T02:30:00+01:00"); // two hours later
    assertThat(tables.found("DQ41", "conference"))
        .containsExactly("K1+K3 POSSIBLE_SAME_CONFERENCE", "K2+K3 POSSIBLE_SAME_CONFERENCE");
  }
}
