package se.helhetssyn.ui.chart;

import java.util.List;

/**
 * One plot laid out: all that is drawn, in the units of its two axes. The browser's canvas and the
 * static drawing are both made from it and from nothing else, which is why they agree.
 *
 * <p>Along the one axis lie the labels, at the whole numbers from 0, each with a slot of width 1;
 * along the other the values.
 *
 * @param name heads the plot when it is one of many; else empty
 * @param direction which way the labels run
 * @param height of the whole plot in pixels
 * @param margins around the plot area
 * @param labels one per slot
 * @param labelRoom pixels that one label needs along the labels
 * @param scale the value axis
 * @param marks what is drawn
 * @param stops what can be pointed at and walked to, one list per series or row
 */
record Plot(
    String name,
    Direction direction,
    int height,
    Margins margins,
    List<String> labels,
    double labelRoom,
    Scale scale,
    Marks marks,
    List<List<Stop>> stops) {
  /** Which way labels run. */
  enum Direction {
    /** From left to right, the values upwards. */
    COLUMNS,
    /** From the top down, the values to the right. */
    ROWS
  }

  /** Pixels around the plot area; left and right give way where the whole is narrow. */
  record Margins(double top, double right, double bottom, double left) {
    private static final double LABELS_BELOW = 24;
    private static final double TITLE = 26;

    /** Room for labels below, ticks to the left and the axis's title above. */
    static Margins ofColumns(Scale scale, double right) {
      List<String> ticks = scale.ticks().stream().map(Scale.Tick::text).toList();
      return new Margins(TITLE, right, LABELS_BELOW, TextFit.room(ticks) + 10);
    }

    /** Room for labels to the left, ticks and title below, and the words of a level above. */
    static Margins ofRows(List<String> labels, boolean level) {
      return new Margins(level ? TITLE : 8, 24, LABELS_BELOW + 18, TextFit.room(labels) + 12);
    }
  }

  /** The plot area within a width. */
  Frame frame(double width) {
    return Frame.of(this, width);
  }

  /**
   * A place that can be chosen.
   *
   * @param series told when it is chosen
   * @param point told when it is chosen
   * @param at along the labels
   * @param value along the values; the axis's beginning where there is none
   * @param text what is said about it
   */
  record Stop(int series, int point, double at, double value, String text) {}
}
