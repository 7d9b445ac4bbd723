package se.helhetssyn.pipelines.removal;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.spark.SparkEngine;

/** A Spark session that starts when it is first asked for: most removals write few tables. */
public final class LazySpark implements AutoCloseable {
  private final Path scratch;
  private @Nullable SparkEngine engine;

  /**
   * Of this machine.
   *
   * @param scratch folder for its temporary files
   */
  public LazySpark(Path scratch) {
    this.scratch = scratch;
  }

  /** The session. */
  public SparkSession session() {
    if (engine == null) {
      engine = SparkEngine.open("local[*]", scratch);
    }
    return engine.session();
  }

  /** Ends the session if there is one: nothing of it is on disk any longer. */
  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
