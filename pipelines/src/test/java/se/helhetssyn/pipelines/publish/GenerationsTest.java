package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.helhetssyn.pipelines.publish.SmallGeneration.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.lateness.DelayCurve;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** What a generation tells of the one before it, layer by layer. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GenerationsTest {
  private static final String FIRST = "g1";
  private static final String JULY = "2026-07-01";
  private static final String REVISED =
      """
      SELECT org_unit_id, series, state_before, state_after, value_before, value_after, cause
      FROM figure_revision
      WHERE attribution = 'AS_WAS'
      """;
  private static final String CAUSE =
      "SELECT org_unit_id, cause FROM figure_revision WHERE attribution = 'AS_WAS'";

  @TempDir static Path root;
  private final SparkSession spark;
  private int made;

  GenerationsTest(SparkSession spark) {
    this.spark = spark;
  }

  private SmallGeneration generation(String id) {
    return new SmallGeneration(spark, root, id);
  }

  /** The one that most tests begin with. */
  @BeforeAll
  void makeTheFirst() {
    generation(FIRST)
        .share("MUNICIPALITY", "K", JULY, 82, 100)
        .share("UNIT", "E1", JULY, 41, 50)
        .share("UNIT", "E2", JULY, 41, 50)
        .build();
  }

  /** One that nothing is published before. */
  private SmallGeneration former() {
    made++;
    return generation("former-" + made);
  }

  private SmallGeneration after(Path former) {
    made++;
    return generation("g-" + made).after(former.getFileName().toString());
  }

  private SmallGeneration second() {
    return after(root.resolve("generations").resolve(FIRST));
  }

  /** A copy of the first one, of which a file is spoilt. */
  private Path spoilt(String file) throws IOException {
    made++;
    Path copy = Files.createDirectories(root.resolve("generations/spoilt-" + made));
    try (Stream<Path> files = Files.list(root.resolve("generations").resolve(FIRST))) {
      for (Path each : files.toList()) {
        Files.copy(each, copy.resolve(each.getFileName()));
      }
    }
    Files.writeString(copy.resolve(file), "{");
    return copy;
  }

  @Test
  void aFigureThatIsAnotherOneIsTold() throws SQLException {
    Path folder =
        second()
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
        second()
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
    Path former = former().number("UNIT", "E1", JULY, 20).build();
    Path folder = after(former).number("UNIT", "E1", JULY, 40).build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED))
        .containsExactly("E1 NUMBER VALUE VALUE null null UNKNOWN");
    assertThat(rows(folder, Layer.INTERNAL, REVISED))
        .containsExactly("E1 NUMBER VALUE VALUE 20.0 40.0 UNKNOWN");
  }

  @Test
  void whatIsHiddenOnASideIsNotTold() throws SQLException {
    Path former =
        former().share("UNIT", "E1", JULY, 6, 9).share("UNIT", "E2", JULY, 20, 40).build();
    Path folder =
        after(former).share("UNIT", "E1", JULY, 16, 30).share("UNIT", "E2", JULY, 1, 40).build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED)).isEmpty();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).hasSize(2);
  }

  @Test
  void whatDidNotComeAndCameIsARevision() throws SQLException {
    Path former = former().covered("risk_assessment", "E1", "2026-06-01", "2026-08-31").build();
    Path folder =
        after(former)
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
        second()
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
        second()
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
    Path former = former().asOf("2026-07-20").share("UNIT", "E1", JULY, 20, 50).build();
    Path folder = after(former).share("UNIT", "E1", JULY, 40, 90).build();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).isEmpty();
  }

  /** One person more at E1, and nothing that is told outside may say so. */
  @Test
  void oneMorePersonCannotBeFound() throws SQLException {
    Path folder =
        second()
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
        second()
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

  @Test
  void figuresOfCulledTimeAreTakenOverAsTheyWere() throws SQLException {
    Path folder =
        second()
            .version(2)
            .culledBefore("2026-08-01")
            .share("UNIT", "E1", "2026-08-01", 30, 50)
            .share("UNIT", "E1", JULY, 1, 2)
            .build();
    String july =
        """
        SELECT org_unit_id, definition_version, numerator, denominator FROM indicator_value
        WHERE period_kind = 'MONTH' AND period_start = DATE '2026-07-01' AND series = 'MAIN'
          AND attribution = 'AS_WAS' AND state = 'VALUE'
        """;
    assertThat(rows(folder, Layer.PROTECTED, july))
        .containsExactlyInAnyOrder("K 1 82 100", "E1 1 41 50", "E2 1 41 50");
    assertThat(
            rows(
                folder,
                Layer.PROTECTED,
                "SELECT count(*) - count(DISTINCT figure_id) FROM indicator_value"))
        .containsExactly("0");
    assertThat(rows(folder, Layer.PROTECTED, "SELECT definition_version FROM indicator_definition"))
        .containsExactly("2", "1");
    assertThat(
            rows(
                folder,
                Layer.INTERNAL,
                """
                SELECT persons_numerator, persons_rest
                FROM cell_support JOIN indicator_value USING (figure_id)
                WHERE org_unit_id = 'E1' AND period_start = DATE '2026-07-01' AND series = 'MAIN'
                  AND attribution = 'AS_WAS'
                """))
        .containsExactly("41 9");
    assertThat(rows(folder, Layer.PROTECTED, REVISED + " AND period_start < DATE '2026-08-01'"))
        .isEmpty();
    Path third = after(folder).version(2).culledBefore("2026-08-01").build();
    assertThat(rows(third, Layer.PROTECTED, july)).hasSize(3);
  }

  @Test
  void aTrendGrowsByOneRunAtATime() throws SQLException {
    Finding finding = new Finding("DQ16", "DQ16", "plan", "plan.csv", "E1", Treatment.FLAGGED, 7);
    Path oldest = former().found(finding, 100).build();
    Path old = after(oldest).found(finding, 110).build();
    Path folder = after(old).build();
    String trend = "SELECT rows_checked, rows_affected FROM quality_run ORDER BY rowid";
    assertThat(rows(folder, Layer.PROTECTED, trend)).containsExactly("100 7", "110 7");
    assertThat(rows(folder, Layer.PUBLIC, trend)).containsExactly("100 null", "110 null");
  }

  @Test
  void aLateTableMakesPeriodsPreliminaryForLonger() throws SQLException {
    List<Double> late =
        IntStream.rangeClosed(0, DelayCurve.LAST_DAY).mapToObj(day -> day < 100 ? 0.9 : 1).toList();
    Path folder = former().delay(new DelayCurve("risk_assessment", "", 900, late)).build();
    String preliminary =
        """
        SELECT DISTINCT period_start, preliminary FROM indicator_value
        WHERE period_kind = 'MONTH' ORDER BY ALL
        """;
    assertThat(rows(folder, Layer.PROTECTED, preliminary))
        .containsExactly("2026-06-01 false", "2026-07-01 true", "2026-08-01 true");
    assertThat(rows(folder, Layer.PROTECTED, "FROM indicator_delay"))
        .containsExactly("X01 100 risk_assessment true");
    assertThat(rows(root.resolve("generations").resolve(FIRST), Layer.PROTECTED, preliminary))
        .containsExactly("2026-06-01 false", "2026-07-01 false", "2026-08-01 false");
    assertThat(rows(folder, Layer.PROTECTED, "FROM indicator_parameter"))
        .containsExactly("X01 within_days 14");
  }

  @Test
  void aFormerGenerationThatCannotBeReadIsDoneWithout() throws IOException, SQLException {
    Path folder = after(spoilt("protected.duckdb")).share("UNIT", "E1", JULY, 20, 50).build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED)).isEmpty();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).isNotEmpty();
    Path other = after(spoilt("manifest.json")).build();
    assertThat(rows(other, Layer.INTERNAL, REVISED)).isEmpty();
  }

  @Test
  void figuresThatWouldBeLostStopTheRun() throws IOException {
    for (String file : List.of("internal.duckdb", "manifest.json")) {
      SmallGeneration next = after(spoilt(file)).culledBefore("2026-08-01");
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(next::build)
          .withMessageContaining("säkerhetskopia");
    }
  }
}
