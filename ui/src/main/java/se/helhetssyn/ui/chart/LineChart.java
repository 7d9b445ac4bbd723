package se.helhetssyn.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Series along labels, with a band of limits, a target and numbered annotations.
 *
 * @param title the question the chart answers, or what it shows
 * @param summary the chart in one or two sentences
 * @param labels positions along the horizontal axis, oldest first
 * @param series what is drawn, each with one point per label
 * @param band limits behind the series; null for none
 * @param target a dashed line; null for none
 * @param axis the value axis
 * @param selected index of the label that is pointed out; -1 for none
 * @param annotations numbered in this order, with their texts in a list below
 * @param table the same values as text
 */
public record LineChart(
    String title,
    String summary,
    List<String> labels,
    List<ChartSeries> series,
    @Nullable ChartBand band,
    @Nullable TargetLine target,
    ChartAxis axis,
    int selected,
    List<ChartAnnotation> annotations,
    DataTable table)
    implements ChartConfig {
  public LineChart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    annotations = List.copyOf(annotations);
    int length = labels.size();
    if (series.stream().anyMatch(s -> s.points().size() != length)
        || (band != null && band.limits().size() != length)) {
      throw new IllegalArgumentException("series and band must have " + length + " points");
    }
    if (annotations.stream().anyMatch(note -> note.at() < 0 || note.at() >= length)) {
      throw new IllegalArgumentException("annotations must stand at one of " + length + " labels");
    }
  }

  /** Whether any series has a value at this label that is not shown. */
  boolean hidden(int label) {
    return series.stream().anyMatch(s -> s.points().get(label).hidden());
  }

  /** Whether things are done another way from this label on. */
  boolean newPhase(int label) {
    return annotations.stream()
        .anyMatch(note -> note.kind() == ChartAnnotation.Kind.PHASE && note.at() == label);
  }

  @Override
  public boolean isEmpty() {
    return series.stream().flatMap(s -> s.points().stream()).noneMatch(ChartPoint::hasValue);
  }
}
