package se.helhetssyn.pipelines.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.pipelines.intake.SilentMonth;

/** Months without a row at a unit that has had several a month. */
class SilenceTest {
  private static final LocalDate LATEST = LocalDate.of(2026, 10, 31);

  @TempDir Path scratch;
  private SmallTables tables;

  @BeforeEach
  void open() throws SQLException {
    tables = SmallTables.open(scratch);
    tables
        .row("org_unit", "org_unit_id=R")
        .row("org_unit", "org_unit_id=A", "parent_id=R")
        .row("org_unit", "org_unit_id=E1", "parent_id=A")
        .row("org_unit", "org_unit_id=E2", "parent_id=R");
  }

  @AfterEach
  void close() throws SQLException {
    tables.close();
  }

  /** Rows in each of some months, from a first one on. */
  private void rows(String unit, String first, int months, int each) throws SQLException {
    tables.execute(
        """
        INSERT INTO risk_assessment (assessment_id, org_unit_id, assessed_at, extract_id)
        SELECT uuid(), '%s', CAST(DATE '%s' + to_months(CAST(m AS INTEGER)) AS DATE), 'X'
        FROM range(%d) AS _(m), range(%d)
        """
            .formatted(unit, first, months, each));
  }

  private void delivered(String from, String to, @Nullable String root) throws SQLException {
    tables.on(
        LATEST,
        new DeliveredTime("risk_assessment", root, LocalDate.parse(from), LocalDate.parse(to)));
  }

  private org.assertj.core.api.ListAssert<String> assertFound() throws SQLException {
    return assertThat(tables.found("DQ38", "risk_assessment"));
  }

  @Test
  void aMonthWithoutARowAfterAMeanOfFiveIsMarked() throws SQLException {
    delivered("2025-10-01", "2026-10-31", null);
    rows("E1", "2025-10-31", 12, 5);
    assertFound().containsExactly("E1|2026-10 SUDDEN_ZERO");
    assertThat(tables.hold("DQ38")).containsExactly("DQ38 deviation 0", "DQ38 risk_assessment 1");
  }

  @Test
  void aMeanBelowFiveIsTooLittle() throws SQLException {
    delivered("2025-10-01", "2026-10-31", null);
    rows("E1", "2025-10-01", 11, 5);
    rows("E1", "2026-09-01", 1, 4);
    assertFound().isEmpty();
  }

  @Test
  void aMonthWithOneRowIsNotSilent() throws SQLException {
    delivered("2025-10-01", "2026-10-31", null);
    rows("E1", "2025-10-01", 12, 9);
    rows("E1", "2026-10-31", 1, 1);
    assertFound().isEmpty();
  }

  @Test
  void silenceLastsUntilTheMeanHasFallen() throws SQLException {
    delivered("2025-01-01", "2026-10-31", null);
    rows("E1", "2025-01-15", 12, 6);
    assertFound()
        .containsExactly(
            "E1|2026-01 SUDDEN_ZERO", "E1|2026-02 SUDDEN_ZERO", "E1|2026-03 SUDDEN_ZERO");
  }

  @Test
  void monthsThatAreNotWholeCountOnNeitherSide() throws SQLException {
    delivered("2025-10-02", "2026-10-31", null);
    rows("E1", "2025-10-15", 12, 9);
    assertFound().isEmpty();
  }

  @Test
  void theLastMonthMustBeOver() throws SQLException {
    delivered("2025-10-01", "2026-10-30", null);
    rows("E1", "2025-10-15", 12, 9);
    assertFound().isEmpty();
  }

  @Test
  void monthsAfterTheLatestExtractionHaveNotComeYet() throws SQLException {
    delivered("2025-10-01", "2027-03-31", null);
    rows("E1", "2025-10-15", 12, 9);
    assertFound().containsExactly("E1|2026-10 SUDDEN_ZERO");
  }

  @Test
  void aMonthMayBeDeliveredInParts() throws SQLException {
    delivered("2025-10-01", "2026-10-11", null);
    delivered("2026-10-10", "2026-10-31", null);
    rows("E1", "2025-10-15", 12, 5);
    assertFound().containsExactly("E1|2026-10 SUDDEN_ZERO");
  }

  @Test
  void onlyUnitsBelowTheDeliveredNodeCanFallSilent() throws SQLException {
    delivered("2025-10-01", "2026-10-31", "A");
    rows("E1", "2025-10-15", 12, 5);
    rows("E2", "2025-10-15", 12, 5);
    assertFound().containsExactly("E1|2026-10 SUDDEN_ZERO");
  }

  @Test
  void nobodyFallsSilentInATableOfUnknownTime() throws SQLException {
    tables.on(LATEST);
    rows("E1", "2025-10-15", 12, 5);
    assertFound().isEmpty();
  }

  @Test
  void aTimeWithoutAFirstDayBeginsWithTheFirstEventOfAnyTable() throws SQLException {
    tables.row("conference", "conference_id=K", "actual_start=2025-10-01 09:00");
    rows("E1", "2026-09-15", 1, 60);
    tables.on(LATEST, new DeliveredTime("risk_assessment", null, null, LATEST));
    assertFound().containsExactly("E1|2026-10 SUDDEN_ZERO");
    assertThat(tables.silent())
        .containsExactly(new SilentMonth("risk_assessment", "E1", LocalDate.of(2026, 10, 1)));
  }

  @Test
  void nothingIsSilentWhereNothingHasHappened() throws SQLException {
    tables.on(LATEST, new DeliveredTime("risk_assessment", null, null, LATEST));
    assertFound().isEmpty();
    assertThat(tables.silent()).isEmpty();
  }
}
