package se.helhetssyn.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn in a plot area, from the back to the front. The lists are filled while the plot is
 * laid out.
 *
 * @param hatches slots whose value is not shown or was not delivered
 * @param areas bands of limits
 * @param splits lines across the labels
 * @param levels dashed lines across the values
 * @param bars from one value to another
 * @param lines through places without a break
 * @param dots single values
 * @param flags numbers of annotations above the plot area
 * @param words texts to the right of a place
 */
record Marks(
    List<Hatch> hatches,
    List<Area> areas,
    List<Split> splits,
    List<Level> levels,
    List<Bar> bars,
    List<Line> lines,
    List<Dot> dots,
    List<Flag> flags,
    List<Words> words) {
  /** From one place along the labels to another. */
  record Hatch(double from, double to) {}

  /** A band along its edges. */
  record Area(List<Edge> edges) {}

  /** The limits at one place. */
  record Edge(double at, double lower, double upper) {}

  /** A line across the labels. */
  record Split(double at, boolean dashed, String ink) {}

  /** A dashed line across the values with its words. */
  record Level(double value, String text) {}

  /** A bar in the middle of its slot. */
  record Bar(double at, double from, double to, String ink) {}

  /** A line. */
  record Line(List<Place> places, String ink, double width) {}

  /** A place in the plot area. */
  record Place(double at, double value) {}

  /** A mark of one value. */
  record Dot(double at, double value, String ink, Shape shape, boolean hollow, double radius) {}

  /** A circled number in one of the lanes above the plot area, with a quiet line below it. */
  record Flag(double at, int number, int lane) {}

  /** A text that begins to the right of a place. */
  record Words(double at, double value, String text) {}

  /** Shapes that can be told apart without colour. */
  enum Shape {
    CIRCLE,
    SQUARE,
    DIAMOND,
    UP,
    DOWN;

    /** Better points up and concern down, whatever the series; other marks tell the series. */
    static Shape of(ColourRole role, int series) {
      return switch (role) {
        case BETTER -> UP;
        case CONCERN -> DOWN;
        case INK, SOFT, ACCENT -> values()[series % 3];
      };
    }
  }

  /** Nothing yet. */
  static Marks none() {
    return new Marks(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
