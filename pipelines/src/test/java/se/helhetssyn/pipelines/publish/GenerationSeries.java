package se.helhetssyn.pipelines.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Generations of a store, one after the other. */
final class GenerationSeries {
  static final String JULY = "2026-07-01";
  private static final String FIRST = "g1";

  private final SparkSession spark;
  private final Supplier<Path> root;
  private int made;

  GenerationSeries(SparkSession spark, Supplier<Path> root) {
    this.spark = spark;
    this.root = root;
  }

  private SmallGeneration generation(String id) {
    return new SmallGeneration(spark, root.get(), id);
  }

  /** Makes the one that most tests begin with. */
  void makeTheFirst() {
    generation(FIRST)
        .share("MUNICIPALITY", "K", JULY, 82, 100)
        .share("UNIT", "E1", JULY, 41, 50)
        .share("UNIT", "E2", JULY, 41, 50)
        .build();
  }

  /** Where the first one lies. */
  Path first() {
    return root.get().resolve("generations").resolve(FIRST);
  }

  /** One that nothing is published before. */
  SmallGeneration former() {
    made++;
    return generation("former-" + made);
  }

  SmallGeneration after(Path former) {
    made++;
    return generation("g-" + made).after(former.getFileName().toString());
  }

  SmallGeneration second() {
    return after(first());
  }

  /** A copy of the first one, of which a file is spoilt. */
  Path spoilt(String file) throws IOException {
    made++;
    Path copy = Files.createDirectories(root.get().resolve("generations/spoilt-" + made));
    try (Stream<Path> files = Files.list(first())) {
      for (Path each : files.toList()) {
        Files.copy(each, copy.resolve(each.getFileName()));
      }
    }
    Files.writeString(copy.resolve(file), "{");
    return copy;
  }
}
