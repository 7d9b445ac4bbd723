package se.helhetssyn.pipelines.publish;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.analytics.mart.DeliveredFile;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.pipelines.intake.DeliveryComparison;
import se.helhetssyn.pipelines.intake.RowChange;
import se.helhetssyn.pipelines.lateness.DelayCurve;

/** Lays on the workbench what is known of deliveries over time, and tells each layer its part. */
final class DeliveryFacts {
  private final MartInput input;

  DeliveryFacts(MartInput input) {
    this.input = input;
  }

  void fill(Workbench bench) throws SQLException {
    bench.fill("loaded_file", files());
    bench.fill("comparison", input.comparisons().stream().map(DeliveryFacts::comparison));
    bench.fill("changed_rows", input.changes().stream().map(DeliveryFacts::change));
    bench.fill("delay_curve", input.delays().stream().flatMap(DeliveryFacts::points));
  }

  /**
   * Copies to an attached layer what it may hold.
   *
   * @param rule which counts are hidden in it; empty where none is
   */
  static void copy(Workbench bench, Layer layer, Optional<PrimaryRule> rule) throws SQLException {
    bench.run(
        "deliveries.sql",
        Map.of(
            "layer", "layer",
            "k", String.valueOf(rule.map(PrimaryRule::k).orElse(1)),
            "units", String.valueOf(layer == Layer.INTERNAL)));
  }

  private Stream<List<@Nullable Object>> files() {
    List<DeliveredFile> files = input.deliveries().files();
    return IntStream.range(0, files.size()).mapToObj(i -> file(i + 1, files.get(i)));
  }

  private static List<@Nullable Object> file(int number, DeliveredFile f) {
    List<@Nullable Object> row = new ArrayList<>();
    row.addAll(row(number, f.run(), f.loadedAt(), f.file(), f.table(), f.sourceSystem()));
    row.addAll(row(f.extractId(), f.extractedAt(), f.announced(), f.full(), f.root()));
    row.addAll(row(day(f.from()), day(f.to()), f.taken()));
    row.addAll(row(f.delivered(), f.trusted(), f.quarantined(), f.duplicates(), f.rejected()));
    return row;
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    return iso == null ? null : LocalDate.parse(iso);
  }

  private static List<@Nullable Object> comparison(DeliveryComparison c) {
    return row(
        c.table(),
        c.sourceSystem(),
        c.older(),
        c.newer(),
        c.alike(),
        c.changed(),
        c.added(),
        c.gone());
  }

  private static List<@Nullable Object> change(RowChange c) {
    return row(c.table(), c.unit(), c.month(), c.added(), c.changed(), c.removed());
  }

  private static Stream<List<@Nullable Object>> points(DelayCurve curve) {
    return IntStream.range(0, curve.shares().size())
        .mapToObj(
            day -> row(curve.table(), curve.unit(), day, curve.rows(), curve.shares().get(day)));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
