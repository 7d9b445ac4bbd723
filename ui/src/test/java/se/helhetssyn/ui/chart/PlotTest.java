package se.helhetssyn.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlotTest {
  private static final ChartPoint HIDDEN = new ChartPoint.Gap("Skyddat värde", true);
  private static final DataTable NO_TABLE = new DataTable("", List.of("a"), List.of());

  @Test
  void anAxisBeginsAtZeroAndEndsAtARoundNumberAboveTheValues() {
    assertThat(ticks(null, 3, 17)).containsExactly("0", "5", "10", "15", "20");
    assertThat(ticks(null, 1234)).containsExactly("0", "500", "1\u202f000", "1\u202f500");
    assertThat(ticks(null, 0.31)).containsExactly("0,0", "0,1", "0,2", "0,3", "0,4");
    assertThat(ticks(100.0, 3)).containsExactly("0", "20", "40", "60", "80", "100");
    assertThat(ticks(null)).hasSizeGreaterThan(2).startsWith("0,0");
    assertThat(ticks(null, -3, 4)).startsWith("-4").endsWith("4");
  }

  private static List<String> ticks(@Nullable Double max, double... values) {
    return Scale.of(new ChartAxis("", "", max), DoubleStream.of(values)).ticks().stream()
        .map(tick -> tick.text().replace('\u2212', '-'))
        .toList();
  }

  @Test
  void limitsAreLeftOutWhereAValueIsHidden() {
    Plot plot = line(List.of(measured(1), HIDDEN, measured(2)), List.of());
    assertThat(plot.marks().areas()).hasSize(2);
    assertThat(plot.marks().hatches()).containsExactly(new Marks.Hatch(0.5, 1.5));
  }

  @Test
  void aNewPhaseBreaksTheBandButNotTheLine() {
    ChartAnnotation phase = new ChartAnnotation(ChartAnnotation.Kind.PHASE, 2, "Nytt");
    List<ChartPoint> points = Stream.of(1, 2, 3, 4).map(PlotTest::measured).toList();
    Plot plot = line(points, List.of(phase));
    assertThat(plot.marks().areas()).hasSize(2);
    assertThat(plot.marks().splits()).contains(new Marks.Split(1.5, true, "soft"));
    assertThat(plot.marks().lines()).filteredOn(line -> line.width() == 2).hasSize(1);
  }

  @Test
  void annotationsCloseToEachOtherStandInDifferentLanes() {
    List<ChartAnnotation> notes =
        IntStream.range(0, 2)
            .mapToObj(i -> new ChartAnnotation(ChartAnnotation.Kind.NOTE, 1, "n" + i))
            .toList();
    assertThat(line(List.of(measured(1), measured(2)), notes).marks().flags())
        .extracting(Marks.Flag::number, Marks.Flag::lane)
        .containsExactly(tuple(1, 0), tuple(2, 1));
  }

  @Test
  void betterAndConcernHaveShapesOfTheirOwn() {
    assertThat(Marks.Shape.of(ColourRole.BETTER, 0)).isEqualTo(Marks.Shape.UP);
    assertThat(Marks.Shape.of(ColourRole.CONCERN, 2)).isEqualTo(Marks.Shape.DOWN);
    assertThat(Marks.Shape.of(ColourRole.INK, 1)).isEqualTo(Marks.Shape.SQUARE);
  }

  @Test
  void aStopOfAHiddenValueStandsAtTheBeginningOfTheAxis() {
    List<List<Plot.Stop>> stops = line(List.of(measured(4), HIDDEN), List.of()).stops();
    assertThat(stops.getFirst().getLast()).isEqualTo(new Plot.Stop(0, 1, 1, 0, "1: Skyddat värde"));
  }

  @Test
  void panelsShareOneScaleAndTellTheirIndex() {
    SmallMultiples.Panel low =
        new SmallMultiples.Panel("Låg", List.of(measured(2)), ColourRole.INK);
    SmallMultiples.Panel high =
        new SmallMultiples.Panel("Hög", List.of(measured(80)), ColourRole.INK);
    List<Plot> plots =
        Plots.of(new SmallMultiples("", "", List.of("A"), List.of(low, high), axis(), NO_TABLE));
    assertThat(plots.get(0).scale()).isEqualTo(plots.get(1).scale());
    assertThat(plots.get(1).stops().getFirst().getFirst())
        .isEqualTo(new Plot.Stop(1, 0, 0, 80, "Hög, A: v"));
  }

  @Test
  void aCellHasTheShadeOfItsStep() {
    HeatTable table =
        new HeatTable(
            "T",
            "S",
            "Enhet",
            List.of("A", "B", "C", "D"),
            List.of(
                new HeatTable.Row(
                    "Ett", List.of(measured(0), measured(20), measured(100), HIDDEN))),
            new ChartAxis("Andel", " %", 100.0));
    HeatShades shades = HeatShades.of(table);
    assertThat(table.rows().getFirst().cells().stream().map(shades::shade))
        .containsExactly(
            Optional.of(Ink.SHADE_1),
            Optional.of(Ink.SHADE_2),
            Optional.of(Ink.SHADE_5),
            Optional.empty());
    assertThat(shades.keys()).extracting(Key::text).startsWith("0–20 %").endsWith("80–100 %");
    assertThat(table.table().rows())
        .containsExactly(List.of("Ett", "v", "v", "v", "Skyddat värde"));
  }

  @Test
  void longWordsAreDividedAndEndInAnEllipsis() {
    assertThat(TextFit.wrap("Särskilt boende norr", 68, 2))
        .containsExactly("Särskilt", "boende no…");
    assertThat(TextFit.wrap("Kort", 68, 2)).containsExactly("Kort");
    assertThat(TextFit.wrap("Korttidsplatserna", 68, 2)).containsExactly("Korttidspl", "atserna");
  }

  @Test
  void whatWouldTellAHiddenValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DotChart.Row("Ett", HIDDEN, new DotChart.Interval(0, 1), false));
    List<DotChart.Row> many =
        IntStream.range(0, 61).mapToObj(i -> new DotChart.Row("", HIDDEN, null, false)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DotChart("", "", many, null, axis(), NO_TABLE));
  }

  private static ChartPoint measured(double value) {
    return new ChartPoint.Measured(value, "v", false);
  }

  private static ChartAxis axis() {
    return new ChartAxis("", "", null);
  }

  private static Plot line(List<ChartPoint> points, List<ChartAnnotation> notes) {
    List<String> labels = IntStream.range(0, points.size()).mapToObj(Integer::toString).toList();
    ChartSeries series =
        new ChartSeries("S", ChartSeries.Shape.LINE, ColourRole.INK, ColourRole.INK, points);
    List<Optional<ChartBand.Limits>> limits =
        points.stream().map(p -> Optional.of(new ChartBand.Limits(0, 1.0, 2))).toList();
    return Plots.of(
            new LineChart(
                "",
                "",
                labels,
                List.of(series),
                new ChartBand("Normalt", limits),
                null,
                axis(),
                -1,
                notes,
                NO_TABLE))
        .getFirst();
  }
}
