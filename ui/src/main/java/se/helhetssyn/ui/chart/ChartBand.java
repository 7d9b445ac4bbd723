package se.helhetssyn.ui.chart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quiet band behind the series, with an optional line in its middle.
 *
 * @param name shown to people
 * @param limits one per label of the chart; null where there is no band
 */
public record ChartBand(String name, List<@Nullable Limits> limits) {
  /**
   * The band at one label.
   *
   * @param lower on the axis
   * @param centre on the axis; null without a line
   * @param upper on the axis
   */
  public record Limits(double lower, @Nullable Double centre, double upper) {}

  public ChartBand {
    limits = Arrays.asList(limits.toArray(Limits[]::new));
  }
}
