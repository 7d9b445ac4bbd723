package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody chose a point of a chart, by pointer or keyboard. */
@DomEvent("chart-point")
public final class ChartPointEvent extends ComponentEvent<Chart> {
  private final int series;
  private final int point;

  /** Made by the framework from the event of the browser. */
  public ChartPointEvent(
      Chart source,
      boolean fromClient,
      @EventData("event.detail.series") int series,
      @EventData("event.detail.point") int point) {
    super(source, fromClient);
    this.series = series;
    this.point = point;
  }

  /** Index of the series. */
  public int series() {
    return series;
  }

  /** Index of the label. */
  public int point() {
    return point;
  }
}
