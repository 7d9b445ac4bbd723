package se.helhetssyn.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A value axis laid out: where it begins and ends, and what is written along it.
 *
 * @param title what is measured, with its unit
 * @param ticks from the lowest up
 */
record Scale(String title, double min, double max, List<Tick> ticks) {
  /** Steps of an axis that has room. */
  static final int STEPS = 5;

  /**
   * One mark of the axis.
   *
   * @param text the value as it is written
   */
  record Tick(double value, String text) {}

  /** An axis from zero, or from the lowest value below it, that holds every value. */
  static Scale of(ChartAxis axis, DoubleStream values) {
    return of(axis, values, STEPS);
  }

  /** An axis of at most so many steps. */
  static Scale of(ChartAxis axis, DoubleStream values, int steps) {
    double[] all = values.toArray();
    double lowest = Math.min(0, DoubleStream.of(all).min().orElse(0));
    double highest = DoubleStream.of(all).max().orElse(lowest);
    Double wanted = axis.max();
    double top = wanted == null ? highest : Math.max(wanted, highest);
    double step = step((top > lowest ? top - lowest : 1) / steps);
    long first = (long) Math.floor(lowest / step + 1e-9);
    long last = (long) Math.ceil((top > lowest ? top : lowest + 1) / step - 1e-9);
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    List<Tick> ticks =
        LongStream.rangeClosed(first, last)
            .mapToObj(i -> new Tick(i * step, text(i * step, decimals) + axis.suffix()))
            .toList();
    return new Scale(axis.title(), first * step, last * step, ticks);
  }

  /** One, two or five of a power of ten: the smallest that is at least as large. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least) + 1e-9));
    return DoubleStream.of(1, 2, 5, 10)
        .map(factor -> factor * power)
        .filter(step -> step >= least - 1e-9 * power)
        .findFirst()
        .orElseThrow();
  }

  /** A Swedish number: decimal comma, thin space between thousands. */
  private static String text(double value, int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.of("sv", "SE"));
    symbols.setGroupingSeparator('\u202f');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(decimals);
    return format.format(value);
  }
}
