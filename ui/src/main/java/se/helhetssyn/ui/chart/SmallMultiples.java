package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * Many small line charts on one common scale, so that they can be compared at a glance. Choosing a
 * point tells the panel's index as the event's series.
 *
 * @param title the question the panels answer together, or what they show
 * @param summary the panels in one or two sentences
 * @param labels positions along every panel's horizontal axis, oldest first
 * @param panels in reading order
 * @param axis the value axis of every panel
 * @param table the same values as text
 */
public record SmallMultiples(
    String title,
    String summary,
    List<String> labels,
    List<Panel> panels,
    ChartAxis axis,
    DataTable table)
    implements ChartConfig {
  /**
   * One panel.
   *
   * @param name heads the panel
   * @param points one per label
   * @param lastPoint what the colour of its last measured point means
   */
  public record Panel(String name, List<ChartPoint> points, ColourRole lastPoint) {
    public Panel {
      points = List.copyOf(points);
    }
  }

  public SmallMultiples {
    labels = List.copyOf(labels);
    panels = List.copyOf(panels);
    int length = labels.size();
    if (panels.stream().anyMatch(panel -> panel.points().size() != length)) {
      throw new IllegalArgumentException("every panel must have " + length + " points");
    }
  }

  @Override
  public boolean isEmpty() {
    return panels.stream().flatMap(p -> p.points().stream()).noneMatch(ChartPoint::hasValue);
  }
}
