package se.helhetssyn.ui.chart;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small drawing of one series without axes: band, target, line and a marked last point. Screen
 * readers hear its summary; the values themselves stand in the table of the chart it leads to.
 */
@StyleSheet("context://helhetssyn/1/chart.css")
public final class Sparkline extends Div {
  /**
   * Draws the points, oldest first.
   *
   * @param points at least one
   * @param band limits, one per point; null for none
   * @param target a dashed line, left out where it would lie far from the points; null for none
   * @param lastPoint what the last mark's colour means
   * @param summary what it shows, in words
   */
  public Sparkline(
      List<ChartPoint> points,
      @Nullable ChartBand band,
      @Nullable Double target,
      ColourRole lastPoint,
      String summary) {
    addClassName("sparkline");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", summary);
    add(new Svg(SparklineDrawing.of(points, band).svg(target, lastPoint)));
  }
}
