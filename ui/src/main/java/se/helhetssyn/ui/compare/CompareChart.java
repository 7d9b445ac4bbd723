package se.helhetssyn.ui.compare;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.ui.chart.ChartPoint;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.DotChart;
import se.helhetssyn.ui.chart.TargetLine;
import se.helhetssyn.ui.indicator.FigurePoints;
import se.helhetssyn.ui.indicator.Reading;
import se.helhetssyn.ui.indicator.Readings;
import se.helhetssyn.ui.wording.SwedishNumbers;

/**
 * A page of a comparison as a chart, a table and a few sentences, none of which ranks.
 *
 * @param indicator what is compared
 * @param when the period in words
 * @param levelName what the level is called
 * @param comparison all rows, which the sentences are about
 * @param shown the rows of the page
 */
record CompareChart(
    IndicatorInfo indicator,
    String when,
    String levelName,
    Comparison comparison,
    List<CompareRow> shown) {
  private record Column(String heading, Function<CompareRow, String> cell) {}

  DotChart config() {
    return new DotChart(
        text("compare.title", indicator.name()),
        summary(),
        shown.stream().map(CompareChart::row).toList(),
        reference(),
        FigurePoints.axis(FigurePoints.kind(indicator)),
        table());
  }

  private static DotChart.Row row(CompareRow row) {
    String label =
        row.isExternal() ? text("compare.external", row.label(), row.provider()) : row.label();
    return new DotChart.Row(label, sure(row), row.interval(), row.marked());
  }

  /** The value in words with its interval, which belongs to it in a comparison. */
  private static ChartPoint sure(CompareRow row) {
    return row.point() instanceof ChartPoint.Measured value
            && row.reading() instanceof Reading.Shown reading
        ? new ChartPoint.Measured(
            value.value(),
            joined(" · ", Stream.concat(counted(reading), reading.notes().stream())),
            value.hollow())
        : row.point();
  }

  private static Stream<String> counted(Reading.Shown reading) {
    return Stream.of(reading.value(), reading.of(), reading.interval());
  }

  private static String joined(String between, Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(joining(between));
  }

  private @Nullable TargetLine reference() {
    return level().map(figure -> new TargetLine(onAxis(figure), levelWords(figure))).orElse(null);
  }

  private Optional<Figure> level() {
    return comparison.level().filter(figure -> FigurePoints.point(figure).hasValue());
  }

  private static double onAxis(Figure figure) {
    return ((ChartPoint.Measured) FigurePoints.point(figure)).value();
  }

  private String levelWords(Figure figure) {
    return text("compare.level", levelName, Readings.of(figure).line());
  }

  private String summary() {
    List<String> sentences = new ArrayList<>();
    List<CompareRow> rows = comparison.rows();
    long values = rows.stream().filter(CompareRow::hasValue).count();
    if (!comparison.tooFew()) {
      sentences.add(
          text(
              "compare.summary.units",
              SwedishNumbers.whole(rows.size()),
              SwedishNumbers.whole(values)));
    }
    rows.stream()
        .filter(CompareRow::marked)
        .findFirst()
        .map(CompareChart::own)
        .ifPresent(sentences::add);
    sentences.add(
        comparison
            .level()
            .map(figure -> text("compare.sentence", levelWords(figure)))
            .orElseGet(() -> text("compare.level.none", levelName)));
    if (!comparison.coarse() && values > 0) {
      level().map(figure -> covering(rows, onAxis(figure))).ifPresent(sentences::add);
    }
    return String.join(" ", sentences);
  }

  private static String own(CompareRow row) {
    String figure =
        switch (row.reading()) {
          case Reading.Shown reading -> joined(", ", counted(reading));
          case Reading.NotShown none -> none.sentence();
        };
    return text("compare.sentence", text("compare.level", row.label(), figure));
  }

  private static String covering(List<CompareRow> rows, double level) {
    return text(
        "compare.summary.intervals",
        SwedishNumbers.whole(rows.stream().filter(row -> row.covers(level)).count()),
        SwedishNumbers.whole(rows.stream().filter(row -> row.interval() != null).count()));
  }

  private DataTable table() {
    List<Column> columns = columns();
    return new DataTable(
        text("compare.caption", indicator.name(), when),
        columns.stream().map(Column::heading).toList(),
        shown.stream()
            .map(row -> columns.stream().map(c -> c.cell().apply(row)).toList())
            .toList());
  }

  /** How many and who runs the unit stand there only where they are told of some row. */
  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(text("compare.unit"), CompareRow::label));
    columns.add(new Column(text("table.value"), row -> row.reading().line()));
    columns.add(shown(text("table.of"), Reading.Shown::of));
    columns.add(shown(text("table.interval"), Reading.Shown::interval));
    if (shown.stream().anyMatch(row -> !row.provider().isEmpty())) {
      columns.add(new Column(text("compare.provider"), CompareRow::provider));
    }
    columns.add(shown(text("table.notes"), reading -> String.join(". ", reading.notes())));
    return columns;
  }

  private static Column shown(String heading, Function<Reading.Shown, String> part) {
    return new Column(
        heading, row -> row.reading() instanceof Reading.Shown reading ? part.apply(reading) : "");
  }
}
