package se.helhetssyn.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * A published store with 36 months, four indicators of the core, two beyond it and a small
 * organisation in which every state of a figure occurs. The figures are invented.
 */
public final class MunicipalityFixture {
  /** A unit whose figures can all be shown. */
  public static final String UNIT = "E1";

  /** A unit too small to be shown for two indicators. */
  public static final String SMALL_UNIT = "E2";

  /** Beyond the core, with its whole definition and a parameter set locally. */
  public static final String FURTHER_INDICATOR = "V07";

  /** Beyond the core, without figures, and with a definition of an earlier form. */
  public static final String OLD_INDICATOR = "A09";

  private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
  private static final int MONTHS = 36;
  private static final Map<String, Integer> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("K", 40);
    SIZES.put("D", 40);
    SIZES.put("O1", 25);
    SIZES.put("O2", 15);
    SIZES.put(UNIT, 9);
    SIZES.put(SMALL_UNIT, 2);
    SIZES.put("E3", 6);
  }

  private final MartFixture mart;

  private MunicipalityFixture(MartFixture mart) {
    this.mart = mart;
  }

  /** Publishes the municipality in a new store. */
  public static Path publish(Path root) {
    MunicipalityFixture made = new MunicipalityFixture(MartFixture.in(root, "20261101T060000Z"));
    made.organisation();
    made.indicators();
    SIZES.forEach(made::figures);
    ComparedUnits.addTo(made.mart);
    InspectedDeliveries.addTo(made.mart);
    return made.mart.culledBefore("2023-12-01").publish();
  }

  private void organisation() {
    mart.node(OrgLevel.MUNICIPALITY, "K", "Ekköpings kommun", null)
        .node(OrgLevel.DIVISION, "D", "Division social omsorg", "K")
        .node(OrgLevel.SERVICE_AREA, "O1", "Särskilt boende norr", "D")
        .node(OrgLevel.SERVICE_AREA, "O2", "Hemtjänst söder", "D")
        .node(OrgLevel.UNIT, UNIT, "Åsgården", "O1")
        .node(OrgLevel.UNIT, SMALL_UNIT, "Björkgården", "O1")
        .node(OrgLevel.UNIT, "E3", "Ängens hemtjänst", "O2");
  }

  private void indicators() {
    mart.indicator("C03", "Hälsokonferenser", "Fulltaliga professioner", 1.0)
        .indicator("P05", "Planer och delaktighet", "Reviderad när det behövs", null)
        .indicator("V02", "Risk och förebyggande", "Aktuell riskbedömning", null)
        .indicator("A03", "Avvikelser", "Avslutade inom 60 dagar", null)
        .series("A03", "OPEN_STOCK", "Öppna vid periodens slut", ValueKind.COUNT)
        .indicator(
            FURTHER_INDICATOR,
            "Risk och förebyggande",
            "Uppföljd i tid",
            null,
            false,
            definition("V07.yaml"))
        .series(FURTHER_INDICATOR, "DELAY", "Tid till uppföljning", ValueKind.DAYS)
        .series(FURTHER_INDICATOR, "WAITING", "Väntar på uppföljning", ValueKind.COUNT)
        .parameter(FURTHER_INDICATOR, "within_days", 60)
        .indicator(
            OLD_INDICATOR,
            "Avvikelser",
            "Anmälda enligt lex Sarah och lex Maria",
            null,
            false,
            "id: A09\nversion: 1\ncounted: I äldre form\n");
  }

  private static String definition(String name) {
    try (InputStream text = MunicipalityFixture.class.getResourceAsStream("catalogue/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void figures(String node, int size) {
    periods().forEach(period -> figures(node, size, period));
  }

  private static List<Period> periods() {
    return Stream.of(PeriodKind.values()).flatMap(MunicipalityFixture::periods).toList();
  }

  private static Stream<Period> periods(PeriodKind kind) {
    LocalDate end = FIRST.plusMonths(MONTHS);
    return Stream.iterate(Period.containing(kind, FIRST), Period::next)
        .dropWhile(period -> period.start().isBefore(FIRST))
        .takeWhile(period -> !period.lastDay().isAfter(end.minusDays(1)));
  }

  private void figures(String node, int size, Period period) {
    int month = month(period);
    long of = (long) size * period.kind().months();
    put("C03", node, period, share(of * 2, 0.62 + 0.005 * month + wave(month)));
    put("P05", node, period, p05(node, period, of));
    put("V02", node, period, v02(node, period, of));
    for (String area : List.of("ORAL_HEALTH", "FALL", "NEW_AREA")) {
      mart.part("V02", level(node), node, period, new Stratum("AREA", area), of * 3);
    }
    put("A03", node, period, a03(node, of, month));
    put(FURTHER_INDICATOR, node, period, share(of * 2, 0.66 + wave(month + 4)));
    openStock(node, period, of);
  }

  private void openStock(String node, Period period, long of) {
    FigureState stock =
        new FigureState.Value(null, null, 0L, null, of / 3.0, null, null, null, null, null, false);
    put("A03", "OPEN_STOCK", ValueKind.COUNT, node, period, stock);
  }

  private static FigureState p05(String node, Period period, long of) {
    return node.equals(SMALL_UNIT)
        ? new FigureState.Suppressed()
        : share(of, 0.7 + wave(month(period) + 3));
  }

  private static FigureState v02(String node, Period period, long of) {
    boolean undelivered = node.equals("E3") && month(period) >= MONTHS - 3;
    return undelivered
        ? new FigureState.Missing("UNIT_NOT_DELIVERED")
        : share(of * 3, 0.74 + wave(month(period) + 1));
  }

  private static FigureState a03(String node, long of, int month) {
    return node.equals(SMALL_UNIT)
        ? new FigureState.NotApplicable("")
        : share(of * 2, 0.72 - 0.006 * month + wave(month + 2));
  }

  private static FigureState share(long of, double share) {
    long numerator = Math.clamp(Math.round(of * share), 0, of);
    return MartFixture.shareOf(numerator, of, 0, false);
  }

  /** A steady, small up and down, so that the limits are neither zero nor wide. */
  private static double wave(int month) {
    double[] steps = {0.03, -0.02, 0.01, -0.035, 0.02, 0.0, -0.01};
    return steps[month % steps.length];
  }

  private static int month(Period period) {
    LocalDate last = period.lastDay();
    return (last.getYear() - FIRST.getYear()) * 12 + last.getMonthValue() - FIRST.getMonthValue();
  }

  private void put(String indicator, String node, Period period, FigureState state) {
    put(indicator, "MAIN", ValueKind.SHARE, node, period, state);
  }

  private void put(
      String indicator,
      String series,
      ValueKind kind,
      String node,
      Period period,
      FigureState state) {
    boolean preliminary = period.lastDay().isAfter(LocalDate.of(2026, 9, 15));
    mart.figure(indicator, series, kind, level(node), node, period, state, preliminary);
  }

  private static OrgLevel level(String node) {
    return switch (node.charAt(0)) {
      case 'K' -> OrgLevel.MUNICIPALITY;
      case 'D' -> OrgLevel.DIVISION;
      case 'O' -> OrgLevel.SERVICE_AREA;
      default -> OrgLevel.UNIT;
    };
  }
}
