package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.pipelines.publish.GenerationSeries.JULY;
import static se.helhetssyn.pipelines.publish.LayerFile.rows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.pipelines.lateness.DelayCurve;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** What a generation tells of figures that were others in the one before, layer by layer. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevisionsTest {
  private static final String REVISED =
      """
      SELECT org_unit_id, series, state_before, state_after, value_before, value_after, cause
      FROM figure_revision
      WHERE attribution = 'AS_WAS'
      """;
  private static final String CAUSE =
      "SELECT org_unit_id, cause FROM figure_revision WHERE attribution = 'AS_WAS'";

  @TempDir static Path root;
  private final GenerationSeries made;

  RevisionsTest(SparkSession spark) {
    this.made = new GenerationSeries(spark, () -> root);
  }

  @BeforeAll
  void makeTheFirst() {
    made.makeTheFirst();
  }

  @Test
  void aFigureThatIsAnotherOneIsTold() throws SQLException {
    Path folder =
        made.second()
            .share("MUNICIPALITY", "K", JULY, 90, 110)
            .share("UNIT", "E1", JULY, 49, 60)
            .share("UNIT", "E2", JULY, 41, 50)
            .change("risk_assessment", "E1", JULY, 10, 0, 0)
            .build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED))
        .containsExactly("K MAIN VALUE VALUE null null LATE", "E1 MAIN VALUE VALUE null null LATE");
    assertThat(rows(folder, Layer.INTERNAL, REVISED))
        .containsExactly(
            "K MAIN VALUE VALUE 0.82 0.8181818181818182 LATE",
            "E1 MAIN VALUE VALUE 0.82 0.8166666666666667 LATE");
  }

  @Test
  void outsideTheHouseValuesAreWholePerCentAndOnlyOfChangesThatManyStandBehind()
      throws SQLException {
    Path folder =
        made.second()
            .share("MUNICIPALITY", "K", JULY, 90, 120)
            .share("UNIT", "E1", JULY, 49, 70)
            .share("UNIT", "E2", JULY, 41, 50)
            .change("risk_assessment", "E1", JULY, 20, 2, 1)
            .build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED))
        .containsExactly(
            "K MAIN VALUE VALUE 0.82 0.75 LATE,CORRECTED,WITHDRAWN",
            "E1 MAIN VALUE VALUE 0.82 0.7 LATE,CORRECTED,WITHDRAWN");
    assertThat(rows(folder, Layer.PUBLIC, REVISED))
        .containsExactly("K MAIN VALUE VALUE null null LATE,CORRECTED,WITHDRAWN");
  }

  @Test
  void countsAreNeverTold() throws SQLException {
    Path former = made.former().number("UNIT", "E1", JULY, 20).build();
    Path folder = made.after(former).number("UNIT", "E1", JULY, 40).build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED))
        .containsExactly("E1 NUMBER VALUE VALUE null null UNKNOWN");
    assertThat(rows(folder, Layer.INTERNAL, REVISED))
        .containsExactly("E1 NUMBER VALUE VALUE 20.0 40.0 UNKNOWN");
  }

  @Test
  void whatIsHiddenOnASideIsNotTold() throws SQLException {
    Path former =
        made.former().share("UNIT", "E1", JULY, 6, 9).share("UNIT", "E2", JULY, 20, 40).build();
    Path folder =
        made.after(former)
            .share("UNIT", "E1", JULY, 16, 30)
            .share("UNIT", "E2", JULY, 1, 40)
            .build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED)).isEmpty();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).hasSize(2);
  }

  @Test
  void whatDidNotComeAndCameIsARevision() throws SQLException {
    Path former =
        made.former().covered("risk_assessment", "E1", "2026-06-01", "2026-08-31").build();
    Path folder =
        made.after(former)
            .covered("risk_assessment", null, "2026-06-01", "2026-08-31")
            .share("UNIT", "E2", JULY, 30, 50)
            .change("risk_assessment", "E2", JULY, 50, 0, 0)
            .build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED + " AND period_start = DATE '2026-07-01'"))
        .contains("E2 MAIN MISSING VALUE null 0.6 LATE", "E2 NUMBER MISSING VALUE null null LATE");
    assertThat(rows(folder, Layer.PROTECTED, "FROM delivery_gap")).isEmpty();
    assertThat(rows(former, Layer.PUBLIC, "FROM delivery_gap"))
        .containsExactly(
            "risk_assessment E2 2026-06-01",
            "risk_assessment E2 2026-07-01",
            "risk_assessment E2 2026-08-01");
  }

  @Test
  void whyAFigureIsAnotherOneIsTold() throws SQLException {
    Path folder =
        made.second()
            .version(2)
            .withinDays(30)
            .moved()
            .asOf("2026-11-30")
            .share("MUNICIPALITY", "K", JULY, 50, 100)
            .share("UNIT", "E1", JULY, 20, 50)
            .share("UNIT", "E2", JULY, 30, 50)
            .build();
    assertThat(rows(folder, Layer.INTERNAL, CAUSE))
        .containsExactly(
            "K DEFINITION,SETTINGS,ORGANISATION",
            "E1 DEFINITION,SETTINGS",
            "E2 DEFINITION,SETTINGS,ORGANISATION");
  }

  @Test
  void rowsOfOtherMonthsExplainAFigureOnlyWhereThePeriodHasNone() throws SQLException {
    Path folder =
        made.second()
            .share("MUNICIPALITY", "K", JULY, 50, 100)
            .share("UNIT", "E1", JULY, 20, 50)
            .share("UNIT", "E2", JULY, 30, 50)
            .change("risk_assessment", "E1", JULY, 0, 9, 0)
            .change("risk_assessment", "E1", "2026-06-01", 9, 0, 0)
            .change("risk_assessment", "E2", "2026-08-01", 0, 0, 9)
            .change("deviation", "E2", JULY, 9, 0, 0)
            .build();
    assertThat(rows(folder, Layer.INTERNAL, CAUSE))
        .containsExactly("K CORRECTED", "E1 CORRECTED", "E2 WITHDRAWN");
  }

  @Test
  void aPeriodThatWasNotOverIsNoRevision() throws SQLException {
    Path former = made.former().asOf("2026-07-20").share("UNIT", "E1", JULY, 20, 50).build();
    Path folder = made.after(former).share("UNIT", "E1", JULY, 40, 90).build();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).isEmpty();
  }

  /** One person more at E1, and nothing that is told outside may say so. */
  @Test
  void oneMorePersonCannotBeFound() throws SQLException {
    Path folder =
        made.second()
            .share("MUNICIPALITY", "K", JULY, 82, 100)
            .share("UNIT", "E1", JULY, 42, 50)
            .share("UNIT", "E2", JULY, 41, 50)
            .file("risk_assessment", 120, 9)
            .file("person", 120, 0)
            .file("risk_assessment", 121, 9)
            .file("person", 121, 1)
            .comparison("risk_assessment", 119, 1, 1, 0)
            .change("risk_assessment", "E1", JULY, 1, 1, 0)
            .change("risk_assessment", "E2", JULY, 3, 8, 0)
            .delay(new DelayCurve("risk_assessment", "E1", 121, shares(120.0 / 121)))
            .delay(new DelayCurve("risk_assessment", "", 121, shares(120.0 / 121)))
            .build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED))
        .containsExactly("E1 MAIN VALUE VALUE null null LATE,CORRECTED");
    assertThat(rows(folder, Layer.PROTECTED, "SELECT * EXCLUDE (month) FROM row_change"))
        .containsExactly("risk_assessment null null null null SUPPRESSED");
    assertThat(
            rows(
                folder,
                Layer.PROTECTED,
                "SELECT alike, changed, added, gone, state FROM delivery_comparison"))
        .containsExactly("null null null null SUPPRESSED");
    assertThat(
            rows(
                folder,
                Layer.PROTECTED,
                "SELECT table_name, delivered, trusted, state FROM delivery"))
        .containsExactly(
            "risk_assessment 120 120 VALUE",
            "person 120 120 VALUE",
            "risk_assessment 130 120 VALUE",
            "person 130 null SUPPRESSED");
    assertThat(
            rows(
                folder,
                Layer.PROTECTED,
                "SELECT DISTINCT org_unit_id, rows FROM registration_delay"))
        .containsExactly("null 130");
    assertThat(rows(folder, Layer.PROTECTED, "SELECT DISTINCT share FROM registration_delay"))
        .containsExactly("1.0");
    assertThat(rows(folder, Layer.INTERNAL, "SELECT DISTINCT org_unit_id FROM registration_delay"))
        .containsExactlyInAnyOrder("E1", "null");
    assertThat(rows(folder, Layer.INTERNAL, "SELECT added, changed FROM row_change"))
        .containsExactly("1 1", "3 8");
  }

  private static List<Double> shares(double share) {
    return IntStream.rangeClosed(0, DelayCurve.LAST_DAY).mapToObj(day -> share).toList();
  }

  @Test
  void aSourceWithoutPersonsHidesNothing() throws SQLException {
    Path folder =
        made.second()
            .withoutPersons()
            .share("MUNICIPALITY", "K", JULY, 82, 100)
            .share("UNIT", "E1", JULY, 42, 50)
            .share("UNIT", "E2", JULY, 41, 50)
            .comparison("risk_assessment", 1774, 32, 278, 298)
            .change("risk_assessment", "E1", JULY, 1, 0, 0)
            .file("risk_assessment", 121, 1)
            .build();
    assertThat(rows(folder, Layer.PUBLIC, REVISED))
        .containsExactly("E1 MAIN VALUE VALUE 0.82 0.84 LATE");
    assertThat(
            rows(
                folder,
                Layer.PUBLIC,
                "SELECT alike, changed, added, gone FROM delivery_comparison"))
        .containsExactly("1774 32 278 298");
    assertThat(rows(folder, Layer.PUBLIC, "SELECT org_unit_id, added FROM row_change"))
        .containsExactly("null 1");
    assertThat(rows(folder, Layer.PUBLIC, "SELECT delivered, quarantined FROM delivery"))
        .containsExactly("121 1");
  }
}
