package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.ui.chart.ChartAxis;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** Invented figures, the same each time. */
enum Sample {
  FULL(24),
  GAPS(24),
  SUPPRESSED(12),
  ONE(1),
  EMPTY(0);

  private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
  private static final double[] STEPS = {3, -4, 1, 5, -2, 0, -6, 4, 2, -1};

  private final int length;

  Sample(int length) {
    this.length = length;
  }

  int length() {
    return length;
  }

  /** The state in words. */
  String words() {
    return switch (this) {
      case FULL -> text("components.state.full");
      case GAPS -> text("components.state.gaps");
      case SUPPRESSED -> text("components.state.suppressed");
      case ONE -> text("components.state.one");
      case EMPTY -> text("components.state.empty");
    };
  }

  List<Period> periods() {
    return Stream.iterate(Period.containing(PeriodKind.MONTH, FIRST), Period::next)
        .limit(length)
        .toList();
  }

  List<String> months() {
    return periods().stream().map(SwedishDates::axis).toList();
  }

  /** One point per place, around a level and with a drift from each to the next. */
  List<ChartPoint> points(int count, double level, double drift) {
    return IntStream.range(0, count).mapToObj(i -> point(i, count, level + drift * i)).toList();
  }

  private ChartPoint point(int index, int count, double level) {
    boolean gaps = this == GAPS;
    if (this == SUPPRESSED || (gaps && index % 9 == 3)) {
      return new ChartPoint.Gap(text("state.suppressed"), true);
    }
    if (gaps && index % 9 == 4) {
      return new ChartPoint.Gap(text("state.missing.source"), true);
    }
    if (gaps && index % 9 == 7) {
      return new ChartPoint.Gap(text("state.not-applicable.nothing"), false);
    }
    return measured(Math.clamp(level + STEPS[index % STEPS.length], 0, 100), index == count - 1);
  }

  static ChartPoint measured(double value, boolean hollow) {
    return new ChartPoint.Measured(
        value, SwedishNumbers.decimal(value, 0) + '\u00a0' + text("unit.share"), hollow);
  }

  static ChartAxis share() {
    return new ChartAxis(text("axis.share"), '\u00a0' + text("unit.share"), 100.0);
  }

  static ChartAxis count() {
    return new ChartAxis(text("axis.count"), "", null);
  }

  /** A table with one row per label and one column per series of points. */
  static DataTable table(String caption, List<String> labels, List<List<ChartPoint>> series) {
    List<String> columns =
        Stream.concat(
                Stream.of(text("components.label")),
                IntStream.rangeClosed(1, series.size())
                    .mapToObj(i -> text("components.series", Integer.toString(i))))
            .toList();
    return new DataTable(
        caption,
        columns,
        IntStream.range(0, labels.size())
            .mapToObj(i ->
                Stream.concat(Stream.of(labels.get(i)), series.stream().map(s -> s.get(i).text()))
                    .toList())
            .toList());
  }
}
