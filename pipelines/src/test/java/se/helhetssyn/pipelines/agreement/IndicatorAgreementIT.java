package se.helhetssyn.pipelines.agreement;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** One day after the first quarter stopped being preliminary, in the middle of the second. */
  private static final LocalDate AS_OF = LocalDate.of(2024, 5, 16);

  @Test
  void everyCellOfANastyDeliveryAgrees(@TempDir Path folder) throws IOException, SQLException {
    Path extracts = folder.resolve("extracts");
    Path store = folder.resolve("store");
    NastyDelivery.write(new MunicipalityPlan(160, 8, 20, 7, AS_OF), extracts);
    PipelineJob.run(
        new RunRequest(extracts, store, null, null, AS_OF, "local[2]"), System.err, false);
    requireAgreement(store);
  }

  @Test
  void everyCellOfAGivenStoreAgrees() throws IOException, SQLException {
    String store = System.getProperty(STORE);
    if (store == null) {
      System.err.println("No store is held against the recomputation: -D" + STORE + " is not set.");
    } else {
      requireAgreement(Path.of(store));
    }
  }

  private static void requireAgreement(Path store) throws IOException, SQLException {
    try (Recomputation recomputation = Recomputation.of(store)) {
      List<String> differences = recomputation.differences();
      assertThat(recomputation.repeatedKeys()).isEmpty();
      assertThat(differences)
          .withFailMessage(
              () ->
                  "%d of %d cells differ; the first:%n%s"
                      .formatted(
                          differences.size(),
                          cells(recomputation),
                          String.join("\n", differences.stream().limit(20).toList())))
          .isEmpty();
    }
  }
}
