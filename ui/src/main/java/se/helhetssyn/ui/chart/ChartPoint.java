package se.helhetssyn.ui.chart;

import java.util.stream.DoubleStream;

/** One position of a chart. */
public sealed interface ChartPoint {
  /** What people read about this position, already in their language. */
  String text();

  /**
   * A measured value.
   *
   * @param value on the axis
   * @param text the value in words
   * @param hollow whether the mark is drawn hollow: the value may still change
   */
  record Measured(double value, String text, boolean hollow) implements ChartPoint {}

  /**
   * No value; the line is broken here.
   *
   * @param text why there is none
   * @param hatched whether the gap is hatched: there is a value that is not shown or not delivered
   */
  record Gap(String text, boolean hatched) implements ChartPoint {}

  /** Whether there is a value to draw. */
  default boolean hasValue() {
    return this instanceof Measured;
  }

  /** The value, if there is one. */
  default DoubleStream values() {
    return this instanceof Measured measured
        ? DoubleStream.of(measured.value())
        : DoubleStream.empty();
  }

  /** Whether there is a value that is not shown or was not delivered. */
  default boolean hidden() {
    return this instanceof Gap gap && gap.hatched();
  }
}
