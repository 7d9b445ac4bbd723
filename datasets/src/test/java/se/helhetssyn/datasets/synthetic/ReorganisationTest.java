package se.helhetssyn.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a merger and a new name leave behind in the delivered rows. */
class ReorganisationTest {
  private static final Deliveries DELIVERIES = OrdinaryMunicipality.DELIVERIES;
  private static final String MERGED =
      "(SELECT predecessor_id FROM org_succession WHERE change_type = 'MERGE')";
  private static final String SUCCESSOR =
      "(SELECT successor_id FROM org_succession WHERE change_type = 'MERGE' LIMIT 1)";
  private static final String DAY =
      "(SELECT MAX(change_date) FROM org_succession WHERE change_type = 'MERGE')";

  @Test
  void twoUnitsBecomeOneThatComesAfterTheOthers() throws SQLException {
    assertThat(DELIVERIES.rows("org_succession", "change_type = 'MERGE'")).isEqualTo(2);
    assertThat(DELIVERIES.rows("org_unit", "org_unit_id IN " + MERGED + " AND valid_to = " + DAY))
        .isEqualTo(2);
    assertThat(
            DELIVERIES.rows(
                "org_unit",
                "org_unit_id = 'E0041' AND org_unit_id = "
                    + SUCCESSOR
                    + " AND valid_from = "
                    + DAY))
        .isOne();
  }

  @Test
  void whoWasAtAMergedUnitGoesOnAtTheSuccessor() throws SQLException {
    String ended = "end_date = " + DAY + " AND org_unit_id IN " + MERGED;
    assertThat(DELIVERIES.rows("enrolment", ended + " AND end_reason = 'OTHER_UNIT'"))
        .isGreaterThan(20);
    assertThat(
            DELIVERIES.rows(
                "enrolment",
                ended
                    + " AND end_reason = 'OTHER_UNIT' AND person_key NOT IN (SELECT person_key"
                    + " FROM enrolment WHERE start_date = "
                    + DAY
                    + " AND org_unit_id = "
                    + SUCCESSOR
                    + ")"))
        .isZero();
  }

  @Test
  void nothingHappensAtAUnitThatIsNoMoreOrNotYet() throws SQLException {
    for (String rows :
        List.of(
            "conference planned_start",
            "risk_assessment assessed_at",
            "plan created_at",
            "deviation occurred_at",
            "outcome_event occurred_at",
            "special_event occurred_at",
            "enrolment start_date")) {
      String table = rows.substring(0, rows.indexOf(' '));
      String day = "CAST(" + rows.substring(rows.indexOf(' ')) + " AS DATE)";
      assertThat(DELIVERIES.rows(table, "org_unit_id IN " + MERGED + " AND " + day + " >= " + DAY))
          .as(rows)
          .isZero();
      assertThat(DELIVERIES.rows(table, "org_unit_id = " + SUCCESSOR + " AND " + day + " < " + DAY))
          .as(rows)
          .isZero();
      assertThat(DELIVERIES.rows(table, "org_unit_id = " + SUCCESSOR)).as(rows).isPositive();
    }
  }

  @Test
  void aRenamedUnitKeepsItsId() throws SQLException {
    String versions =
        """
        org_succession s JOIN org_unit a ON a.org_unit_id = s.predecessor_id
          JOIN org_unit b ON b.org_unit_id = s.successor_id AND a.valid_to = b.valid_from
        """;
    assertThat(
            DELIVERIES.rows(
                versions,
                "s.change_type = 'RENAME' AND a.org_unit_id = b.org_unit_id"
                    + " AND b.valid_from = s.change_date AND a.name <> b.name"))
        .isOne();
  }
}
