package se.helhetssyn.pipelines.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.synthetic.MunicipalityPlan;
import se.helhetssyn.pipelines.run.PipelineJob;
import se.helhetssyn.pipelines.run.RunRequest;

/** Every published cell is computed a second time by independent SQL and must agree. */
final class IndicatorAgreementIT {
  /** Set to a store's folder to hold its served generation against the recomputation too. */
  private static final String STORE = "helhetssyn.agreement.store";

  /** Spark's setting of how many bytes are few: none at all, and Spark goes through every row. */
  private static final String SMALL_WORK = "spark.helhetssyn.smallWork";

  private static final int MANY = 20;

  /** In the middle of a quarter, when the one before it is all but complete. */
  private static final LocalDate AS_OF = LocalDate.of(2024, 5, 16);

  @Test
  void everyCellOfANastyDeliveryAgrees(@TempDir Path folder) throws IOException, SQLException {
    requireAgreement(folder);
  }

  @Test
  void theSameWhereSparkGoesThroughTheRows(@TempDir Path folder) throws IOException, SQLException {
    System.setProperty(SMALL_WORK, "0");
    try {
      requireAgreement(folder);
    } finally {
      System.clearProperty(SMALL_WORK);
    }
  }

  private static void requireAgreement(Path folder) throws IOException, SQLException {
    Path extracts = folder.resolve("extracts");
    Path store = folder.resolve("store");
    NastyDelivery.write(new MunicipalityPlan(160, 8, 20, 7, AS_OF), extracts);
    PipelineJob.run(
        new RunRequest(extracts, store, List.of(), null, AS_OF, "local[2]"), System.err, false);
    try (Recomputation recomputation = Recomputation.of(store)) {
      Agreement.require(recomputation);
      assertThat(suspectMonths(recomputation)).contains("V02 2024-03-01", "V05 2024-04-01");
    }
    CountedAgain again = CountedAgain.of(store);
    assertThat(again.differences()).isEmpty();
    assertThat(again.indicators()).hasSizeGreaterThan(MANY);
    assertThat(again.sharedKeys()).isEmpty();
  }

  @Test
  void everyCellOfAGivenStoreAgrees() throws IOException, SQLException {
    String store = System.getProperty(STORE, "");
    if (store.isBlank()) {
      System.err.println(
          "SKIPPED: no store of yours is recomputed, as -D" + STORE + " is not set.");
    }
    assumeThat(store).isNotBlank();
    System.err.printf("%d cells of %s agree.%n", Agreement.require(Path.of(store)), store);
  }

  /** Where the zero of the home with many assessments is not believed. */
  private static List<String> suspectMonths(Recomputation recomputation) throws SQLException {
    return recomputation.texts(
        """
        SELECT DISTINCT indicator_id || ' ' || period_start
        FROM recomputed
        WHERE reason = 'SUSPECT_ZERO' AND org_unit_id = 'N-FIFTH'
        """);
  }
}
