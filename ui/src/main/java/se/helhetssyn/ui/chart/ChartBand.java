package se.helhetssyn.ui.chart;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quiet band behind the series, with an optional line in its middle.
 *
 * @param name shown to people
 * @param limits one per label of the chart; empty where there is no band
 */
public record ChartBand(String name, List<Optional<Limits>> limits) {
  /**
   * The band at one label.
   *
   * @param lower on the axis
   * @param centre on the axis; null without a line
   * @param upper on the axis
   */
  public record Limits(double lower, @Nullable Double centre, double upper) {}

  public ChartBand {
    limits = List.copyOf(limits);
  }
}
