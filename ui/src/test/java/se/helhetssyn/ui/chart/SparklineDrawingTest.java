package se.helhetssyn.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SparklineDrawingTest {
  @Test
  void aGapBreaksTheLine() {
    String svg = svg(point(1), point(2), new ChartPoint.Gap("dold", true), point(3), point(2));
    assertThat(svg.split("class='line'", -1)).hasSize(3);
    assertThat(svg).contains("class='gap'");
  }

  @Test
  void theLastMeasuredPointIsMarkedEvenBeforeAGap() {
    String svg = svg(point(1), point(2), new ChartPoint.Gap("saknas", false));
    assertThat(svg).contains("class='dot better' d='M98.0 6.0h0'").doesNotContain("class='gap'");
  }

  @Test
  void aPointThatMayChangeIsHollow() {
    assertThat(svg(point(1), new ChartPoint.Measured(2, "2", true))).contains("class='hole'");
  }

  @Test
  void onePointAndEqualPointsAreDrawnInTheMiddle() {
    assertThat(svg(point(5))).contains("d='M190.0 26.0h0'");
    assertThat(svg(point(5), point(5))).contains("points='6.0,26.0 190.0,26.0'");
  }

  @Test
  void nothingMeasuredDrawsNothing() {
    assertThat(svg(new ChartPoint.Gap("saknas", true))).doesNotContain("class='dot");
  }

  private static String svg(ChartPoint... points) {
    return SparklineDrawing.of(List.of(points), null).svg(null, ColourRole.BETTER);
  }

  private static ChartPoint point(double value) {
    return new ChartPoint.Measured(value, Double.toString(value), false);
  }
}
