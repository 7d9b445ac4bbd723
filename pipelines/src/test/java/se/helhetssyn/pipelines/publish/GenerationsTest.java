package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.helhetssyn.pipelines.publish.GenerationSeries.JULY;
import static se.helhetssyn.pipelines.publish.LayerFile.rows;

import java.io.IOException;
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
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.lateness.DelayCurve;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** What a generation takes over from the one before. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GenerationsTest {
  private static final String REVISED =
      """
      SELECT org_unit_id, series, state_before, state_after, value_before, value_after, cause
      FROM figure_revision
      WHERE attribution = 'AS_WAS'
      """;

  @TempDir static Path root;
  private final GenerationSeries made;

  GenerationsTest(SparkSession spark) {
    this.made = new GenerationSeries(spark, () -> root);
  }

  @BeforeAll
  void makeTheFirst() {
    made.makeTheFirst();
  }

  @Test
  void figuresOfCulledTimeAreTakenOverAsTheyWere() throws SQLException {
    Path folder =
        made.second()
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
    Path third = made.after(folder).version(2).culledBefore("2026-08-01").build();
    assertThat(rows(third, Layer.PROTECTED, july)).hasSize(3);
  }

  @Test
  void aTrendGrowsByOneRunAtATime() throws SQLException {
    Finding finding = new Finding("DQ16", "DQ16", "plan", "plan.csv", "E1", Treatment.FLAGGED, 7);
    Path oldest = made.former().found(finding, 100).build();
    Path old = made.after(oldest).found(finding, 110).build();
    Path folder = made.after(old).build();
    String trend = "SELECT rows_checked, rows_affected FROM quality_run ORDER BY rowid";
    assertThat(rows(folder, Layer.PROTECTED, trend)).containsExactly("100 7", "110 7");
    assertThat(rows(folder, Layer.PUBLIC, trend)).containsExactly("100 null", "110 null");
  }

  @Test
  void aLateTableMakesPeriodsPreliminaryForLonger() throws SQLException {
    List<Double> late =
        IntStream.rangeClosed(0, DelayCurve.LAST_DAY).mapToObj(day -> day < 100 ? 0.9 : 1).toList();
    Path folder = made.former().delay(new DelayCurve("risk_assessment", "", 900, late)).build();
    String preliminary =
        """
        SELECT DISTINCT period_start, preliminary FROM indicator_value
        WHERE period_kind = 'MONTH' ORDER BY ALL
        """;
    assertThat(rows(folder, Layer.PROTECTED, preliminary))
        .containsExactly("2026-06-01 false", "2026-07-01 true", "2026-08-01 true");
    assertThat(rows(folder, Layer.PROTECTED, "FROM indicator_delay"))
        .containsExactly("X01 100 risk_assessment true");
    assertThat(rows(made.first(), Layer.PROTECTED, preliminary))
        .containsExactly("2026-06-01 false", "2026-07-01 false", "2026-08-01 false");
    assertThat(rows(folder, Layer.PROTECTED, "FROM indicator_parameter"))
        .containsExactly("X01 within_days 14");
  }

  @Test
  void aFormerGenerationThatCannotBeReadIsDoneWithout() throws IOException, SQLException {
    Path folder =
        made.after(made.spoilt("protected.duckdb")).share("UNIT", "E1", JULY, 20, 50).build();
    assertThat(rows(folder, Layer.PROTECTED, REVISED)).isEmpty();
    assertThat(rows(folder, Layer.INTERNAL, REVISED)).isNotEmpty();
    Path other = made.after(made.spoilt("manifest.json")).build();
    assertThat(rows(other, Layer.INTERNAL, REVISED)).isEmpty();
  }

  @Test
  void figuresThatWouldBeLostStopTheRun() throws IOException {
    for (String file : List.of("internal.duckdb", "manifest.json")) {
      SmallGeneration next = made.after(made.spoilt(file)).culledBefore("2026-08-01");
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(next::build)
          .withMessageContaining("säkerhetskopia");
    }
  }
}
