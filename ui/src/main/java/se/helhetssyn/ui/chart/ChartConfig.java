package se.helhetssyn.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a chart shows. Every text is written out; the component adds none of its own.
 *
 * @param title the question the chart answers, or what it shows
 * @param summary the chart in one or two sentences, for those who cannot see it
 * @param labels positions along the horizontal axis
 * @param series what is drawn, each with one point per label
 * @param band limits behind the series; null for none
 * @param target a dashed line; null for none
 * @param axis the value axis
 * @param selected index of the label that is pointed out; -1 for none
 * @param table the same values as text
 */
public record ChartConfig(
    String title,
    String summary,
    List<String> labels,
    List<ChartSeries> series,
    @Nullable ChartBand band,
    @Nullable TargetLine target,
    ChartAxis axis,
    int selected,
    DataTable table) {
  public ChartConfig {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    int length = labels.size();
    if (series.stream().anyMatch(s -> s.points().size() != length)
        || (band != null && band.limits().size() != length)) {
      throw new IllegalArgumentException("series and band must have " + length + " points");
    }
  }

  /** Whether there is anything to draw. */
  boolean hasValues() {
    return series.stream()
        .flatMap(s -> s.points().stream())
        .anyMatch(ChartPoint.Measured.class::isInstance);
  }
}
