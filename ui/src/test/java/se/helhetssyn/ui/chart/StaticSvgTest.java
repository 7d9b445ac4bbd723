package se.helhetssyn.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class StaticSvgTest {
  private static final ChartAxis SHARE = new ChartAxis("Andel", "\u00a0%", 100.0);
  private static final ChartPoint HIDDEN = new ChartPoint.Gap("Skyddat värde", true);

  @Test
  void aDocumentHasItsTitleItsSummaryAndSwedishNumbers() {
    Document svg = parsed(StaticSvg.of(bars(List.of(measured(0.4)), List.of(measured(1.1))), 400));
    assertThat(child(svg, "title").getTextContent()).isEqualTo("Titel & <mer>");
    assertThat(child(svg, "desc").getTextContent()).isEqualTo("Sammanfattning \"så\"");
    assertThat(texts(svg)).contains("0,5", "1,5", "Titel & <mer>", "Ett", "Två");
    assertThat(svg.getDocumentElement().getAttribute("font-family")).isEqualTo("sans-serif");
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void wordsThatNoDocumentMayHoldAreLeftOut() {
    assertThat(texts(parsed(StaticSvg.of(dots("A\u0000\u0007\ufffeB", measured(3)), 300))))
        .contains("AB");
  }

  @Test
  void aBarWithAHiddenPartIsHatchedAndHasNoLength() {
    String svg =
        StaticSvg.of(bars(List.of(measured(7), HIDDEN), List.of(measured(3), measured(4))), 400);
    assertThat(svg.split("class=\"bar\"", -1)).hasSize(3);
    assertThat(svg.split("class=\"hatch\"", -1)).hasSize(2);
    assertThat(texts(parsed(svg))).contains("Skyddat värde");
  }

  @Test
  void aHiddenRowHasItsWordsAndNoDot() {
    Document svg = parsed(StaticSvg.of(dots("Ett", HIDDEN), 400));
    assertThat(texts(svg)).contains("Skyddat värde");
    assertThat(count(svg, "dot")).isZero();
    assertThat(count(svg, "hatch")).isOne();
  }

  @Test
  void noValueLeavesTheSummary() {
    Document svg = parsed(StaticSvg.of(bars(), 400));
    assertThat(texts(svg)).containsExactly("Titel & <mer>", "Sammanfattning \"så\"");
  }

  @Test
  void aWidthWithoutRoomIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> StaticSvg.of(dots("Ett", HIDDEN), 80));
  }

  @Test
  void everyDrawingIsWellFormedAndLiesWithinItsArea() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      List<ChartPoint> points =
          IntStream.range(0, 1 + random.nextInt(40)).mapToObj(i -> any(random)).toList();
      int width = 160 + random.nextInt(900);
      DotChart chart = dots(random.nextInt(2) == 0 ? "<&>" : "Ett långt namn på en enhet", points);
      Document svg = parsed(StaticSvg.of(chart, width));
      assertThat(count(svg, "dot"))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(points.stream().filter(ChartPoint::hasValue).count());
      Frame frame = Plots.of(chart).getFirst().frame(width);
      assertThat(dotPlaces(svg))
          .as("seed %d, round %d", seed, round)
          .allSatisfy(x -> assertThat(x).isBetween(frame.left() - 0.01, frame.right() + 0.01));
    }
  }

  private static ChartPoint any(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> HIDDEN;
      case 1 -> new ChartPoint.Gap("Ej tillämpligt", false);
      default -> measured(random.nextDouble() * 100);
    };
  }

  private static ChartPoint measured(double value) {
    return new ChartPoint.Measured(value, "värde", false);
  }

  private static DotChart dots(String label, ChartPoint... points) {
    return dots(label, List.of(points));
  }

  private static DotChart dots(String label, List<ChartPoint> points) {
    return new DotChart(
        "Titel",
        "Sammanfattning",
        points.stream().map(p -> new DotChart.Row(label, p, null, false)).toList(),
        null,
        SHARE,
        new DataTable("", List.of("a"), List.of()));
  }

  @SafeVarargs
  private static StackedBars bars(List<ChartPoint>... bars) {
    List<String> parts =
        bars.length > 0 && bars[0].size() == 1 ? List.of("Ett") : List.of("Ett", "Två");
    return new StackedBars(
        "Titel & <mer>",
        "Sammanfattning \"så\"",
        parts,
        StackedBars.Direction.COLUMNS,
        IntStream.range(0, bars.length)
            .mapToObj(i -> new StackedBars.Bar(i == 0 ? "Ett" : "Två", bars[i]))
            .toList(),
        new ChartAxis("Antal", "", null),
        new DataTable("", List.of("a"), List.of()));
  }

  private static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException
        | org.xml.sax.SAXException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new AssertionError(svg, e);
    }
  }

  private static Element child(Document svg, String name) {
    return (Element) svg.getElementsByTagName(name).item(0);
  }

  private static List<Element> all(Document svg, String name) {
    var found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> texts(Document svg) {
    return all(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static long count(Document svg, String kind) {
    return all(svg, "*").stream().filter(e -> e.getAttribute("class").equals(kind)).count();
  }

  private static List<Double> dotPlaces(Document svg) {
    return all(svg, "path").stream()
        .map(e -> e.getAttribute("data-place"))
        .filter(place -> !place.isEmpty())
        .map(place -> Double.valueOf(place.substring(0, place.indexOf(' '))))
        .toList();
  }
}
