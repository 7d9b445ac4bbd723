package se.helhetssyn.pipelines.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** That every figure of a store's served generation is the one the recomputation comes to. */
public final class Agreement {
  private static final int SHOWN = 20;

  private Agreement() {}

  /** Computes the figures of a store once more; how many agree, and fails where one does not. */
  public static long require(Path store) throws IOException, SQLException {
    try (Recomputation recomputation = Recomputation.of(store)) {
      return require(recomputation);
    }
  }

  static long require(Recomputation recomputation) throws SQLException {
    long cells = recomputation.cells();
    assertThat(cells).isPositive();
    assertThat(recomputation.repeatedKeys()).isEmpty();
    long different = recomputation.different();
    String first = String.join("\n", recomputation.firstDifferences(SHOWN));
    assertThat(different)
        .withFailMessage("%s of %s cells differ; the first:\n%s", different, cells, first)
        .isZero();
    return cells;
  }
}
