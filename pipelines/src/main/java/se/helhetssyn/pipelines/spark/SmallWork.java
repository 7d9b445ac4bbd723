package se.helhetssyn.pipelines.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Work over so few rows that to compile its many plans would take longer than to walk through them.
 * What comes out is the same.
 */
public final class SmallWork {
  /** Delivered bytes from which on compiled plans are quicker; some two million rows of text. */
  private static final long MOST_BYTES = 256L << 20;

  /** Setting of the session that takes its place. */
  static final String LIMIT = "spark.helhetssyn.smallWork";

  private static final Map<String, String> WALKED =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private SmallWork() {}

  /** Does work that is about so many delivered bytes, in the way that is quickest. */
  public static <T> T over(long bytes, SparkSession spark, Supplier<T> work) {
    return isOver(bytes, spark) ? walked(spark.conf(), work) : work.get();
  }

  /** Whether so many delivered bytes are few, on one machine. */
  public static boolean isOver(long bytes, SparkSession spark) {
    long most = Long.parseLong(spark.conf().get(LIMIT, String.valueOf(MOST_BYTES)));
    return bytes < most && spark.sparkContext().isLocal();
  }

  private static <T> T walked(RuntimeConfig settings, Supplier<T> work) {
    Map<String, String> before = new HashMap<>();
    WALKED.forEach((name, value) -> {
      before.put(name, settings.get(name));
      settings.set(name, value);
    });
    try {
      return work.get();
    } finally {
      before.forEach(settings::set);
    }
  }
}
