package se.helhetssyn.pipelines.publish;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.NumbersWithoutValue;
import se.helhetssyn.analytics.stats.PoissonRate;
import se.helhetssyn.analytics.stats.Wilson;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Puts the files of a generation together, one per layer. */
public final class MartBuilder {
  private static final String SCRATCH = "workbench.duckdb";

  /** Where nothing at all was counted. */
  private static final String NOTHING =
      "(SELECT 0 AS attribution, 0 AS node, 0 AS period WHERE FALSE)";

  private final MartInput input;
  private final Path folder;

  /**
   * @param folder where the layers' files are made
   */
  public MartBuilder(MartInput input, Path folder) {
    this.input = input;
    this.folder = folder;
  }

  /**
   * Makes the files.
   *
   * @return figures hidden per layer (count)
   * @throws Refusal if a hidden figure would carry a number
   */
  public Map<Layer, Long> build() {
    Path scratch = folder.resolve(SCRATCH);
    Optional<FormerGeneration> former = FormerGeneration.of(input.before(), input.culledBefore());
    try (Workbench bench = Workbench.open(scratch)) {
      new MartFacts(input).fill(bench);
      bench.run("undelivered.sql");
      loadCells(bench);
      bench.fill("quartile", DurationQuartiles.of(bench));
      bench.run("as_is.sql");
      bench.run("figures.sql");
      Map<Layer, Long> hidden = new EnumMap<>(Layer.class);
      for (Layer layer : Layer.values()) {
        hidden.put(
            layer, isLikeProtected(layer) ? copyProtected(layer) : layer(bench, layer, former));
      }
      return hidden;
    } catch (SQLException e) {
      throw new IllegalStateException("the generation cannot be put together", e);
    } finally {
      delete(scratch);
    }
  }

  /** Lays out the places that figures are told at, and what was counted there. */
  private void loadCells(Workbench bench) throws SQLException {
    Path files = input.cells().files();
    boolean any = input.cells().isAny();
    String cells = Workbench.literal(files.resolve("*.parquet"));
    bench.run("places.sql", Map.of("touched", any ? touched(cells) : NOTHING));
    if (any) {
      bench.run(
          "cells.sql",
          Map.of("cells", cells, "person_days", String.valueOf(input.cells().personDays())));
    }
  }

  private static String touched(String cells) {
    return "(SELECT DISTINCT attribution, node, period FROM read_parquet(%s))".formatted(cells);
  }

  /** Where nothing is hidden the public layer is the protected one. */
  private boolean isLikeProtected(Layer layer) {
    return layer == Layer.PUBLIC && input.protection().rule(layer).isEmpty();
  }

  private long copyProtected(Layer layer) {
    try {
      Files.copy(folder.resolve(Layer.PROTECTED.fileName()), folder.resolve(layer.fileName()));
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long layer(Workbench bench, Layer layer, Optional<FormerGeneration> former)
      throws SQLException {
    Path file = folder.resolve(layer.fileName());
    bench.execute("ATTACH %s AS layer".formatted(Workbench.literal(file)));
    bench.execute(
        MartSchema.tables(layer).stream()
            .map(t -> t.createStatement().replace("CREATE TABLE ", "CREATE TABLE layer."))
            .collect(joining("; ", "BEGIN; ", "; COMMIT")));
    Optional<PrimaryRule> rule = input.protection().rule(layer);
    bench.run(
        "layer.sql",
        Map.of(
            "layer", "layer",
            "rule", rule.map(PrimaryRule::sqlCondition).orElse("FALSE"),
            "few_unknown", rule.map(r -> r.sqlTooFew("persons_unknown")).orElse("FALSE"),
            "lower", Wilson.sqlLower("numerator", "denominator"),
            "upper", Wilson.sqlUpper("numerator", "denominator"),
            "rate_lower", PoissonRate.sqlLower("numerator", "denominator"),
            "rate_upper", PoissonRate.sqlUpper("numerator", "denominator")));
    for (MartTable table : MartFacts.TABLES) {
      bench.execute("INSERT INTO layer.%1$s SELECT * FROM %1$s".formatted(table.name()));
    }
    QualityFacts.copy(bench, layer, rule);
    if (layer == Layer.INTERNAL) {
      bench.run("internal.sql", Map.of("layer", "layer"));
    }
    DeliveryFacts.copy(bench, layer, rule);
    if (former.isPresent()) {
      former.get().addTo(bench, layer, rule);
    }
    requireNothingShownThatIsHidden(bench, rule);
    long hidden =
        bench.count("SELECT count(*) FROM layer.indicator_value WHERE state = 'SUPPRESSED'");
    bench.execute("CHECKPOINT layer");
    bench.execute("DETACH layer");
    return hidden;
  }

  private static void requireNothingShownThatIsHidden(Workbench bench, Optional<PrimaryRule> rule)
      throws SQLException {
    long leaks =
        bench.count(NumbersWithoutValue.countQuery("layer"))
            + bench.count(NumbersWithoutValue.qualityCountQuery("layer"))
            + bench.count(NumbersWithoutValue.deliveryCountQuery("layer"));
    if (rule.isPresent()) {
      String k = String.valueOf(rule.get().k());
      leaks += bench.count("few.sql", Map.of("layer", "layer", "k", k));
    }
    if (leaks > 0) {
      throw Refusal.gate(
          "%d dolda eller saknade värden skulle ha burit ett tal; inget är publicerat."
              .formatted(leaks));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
