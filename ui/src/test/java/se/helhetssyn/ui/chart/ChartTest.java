package se.helhetssyn.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.html.NativeTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChartTest {
  private static final ChartWords WORDS = new ChartWords("Tabell", "Diagram");

  @Test
  void theTableSaysTheSameWithHeadings() {
    Chart chart = new Chart(WORDS, config("Januari", 1));
    assertThat(table(chart).getElement().getTextRecursively()).contains("Januari").contains("ett");
    assertThat(table(chart).getElement().getOuterHTML()).contains("scope=\"row\"");
  }

  @Test
  void theTitleIsTheCaptionOfTheFigureAndTheBandIsNamed() {
    LineChart plain = config("Januari", 1);
    ChartBand band =
        new ChartBand("Normalt", List.of(Optional.of(new ChartBand.Limits(0, null, 2))));
    Chart chart = new Chart(WORDS, plain);
    assertThat(chart.getElement().getChild(0).getOuterHTML())
        .isEqualTo("<figcaption>Titel</figcaption>");
    chart.show(
        new LineChart(
            plain.title(),
            plain.summary(),
            plain.labels(),
            plain.series(),
            band,
            null,
            plain.axis(),
            0,
            List.of(),
            plain.table()));
    assertThat(chart.getElement().getTextRecursively()).contains("Normalt");
  }

  @Test
  void anotherConfigurationTakesThePlaceOfTheFirst() {
    Chart chart = new Chart(WORDS, config("Januari", 1));
    chart.show(config("Februari", 2));
    assertThat(chart.config().table().rows().getFirst()).contains("Februari");
    assertThat(chart.getElement().getTextRecursively())
        .contains("Februari")
        .doesNotContain("Januari");
  }

  @Test
  void aSeriesWithoutAPointPerLabelIsRefused() {
    LineChart whole = config("Januari", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new LineChart(
                "",
                "",
                List.of(),
                whole.series(),
                null,
                null,
                whole.axis(),
                -1,
                List.of(),
                whole.table()));
  }

  @Test
  void aTableRowOfAnotherWidthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataTable("", List.of("a", "b"), List.of(List.of("1"))));
  }

  private static NativeTable table(Chart chart) {
    return (NativeTable)
        chart
            .getChildren()
            .filter(TableView.class::isInstance)
            .findFirst()
            .orElseThrow()
            .getChildren()
            .findFirst()
            .orElseThrow();
  }

  private static LineChart config(String label, double value) {
    ChartSeries series =
        new ChartSeries(
            "Serie",
            ChartSeries.Shape.LINE,
            ColourRole.INK,
            ColourRole.INK,
            List.of(new ChartPoint.Measured(value, "ett", false)));
    return new LineChart(
        "Titel",
        "Sammanfattning",
        List.of(label),
        List.of(series),
        null,
        null,
        new ChartAxis("Andel", " %", 100.0),
        0,
        List.of(),
        new DataTable("Tabell", List.of("Period", "Värde"), List.of(List.of(label, "ett"))));
  }
}
