package se.helhetssyn.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.Interval;
import se.helhetssyn.analytics.stats.Wilson;

/**
 * Two more divisions for comparisons: one with fourteen units of residential care, two of them run
 * by another provider, and three of home care; one with more home care than fits a page. They have
 * figures for the last four quarters. The figures are invented.
 */
public final class ComparedUnits {
  /** Among fourteen of its type. */
  public static final String UNIT = "J01";

  /** Among three of its type. */
  public static final String UNIT_OF_FEW = "H01";

  /** The last by name of sixty-one of its type. */
  public static final String UNIT_OF_MANY = "G61";

  /** Every name of the first fourteen; in Swedish order å, ä and ö come last. */
  public static final List<String> RESIDENTIAL =
      List.of(
          "Tallbacken",
          "Solhöjden",
          "Östergården",
          "Ängsbacken",
          "Åbrinken",
          "Lindhaga",
          "Enebacken",
          "Aspnäs",
          "Granliden",
          "Rönnhult",
          "Kvarnhaga",
          "Hasselbo",
          "Sjövik",
          "Videvång");

  private static final Map<Integer, FigureState> WITHOUT_VALUE =
      Map.of(
          3, new FigureState.Suppressed(),
          5, new FigureState.Missing("UNIT_NOT_DELIVERED"),
          9, new FigureState.NotApplicable(""));

  private final MartFixture mart;

  private ComparedUnits(MartFixture mart) {
    this.mart = mart;
  }

  static void addTo(MartFixture mart) {
    ComparedUnits made = new ComparedUnits(mart);
    made.organisation();
    quarters().forEach(made::figures);
  }

  private void organisation() {
    mart.node(OrgLevel.DIVISION, "D2", "Division äldreomsorg", "K")
        .node(OrgLevel.SERVICE_AREA, "O3", "Boenden öster", "D2")
        .node(OrgLevel.SERVICE_AREA, "O4", "Hemtjänst öster", "D2")
        .node(OrgLevel.SERVICE_AREA, "O5", "Stöd i hemmet", "D2")
        .node(OrgLevel.DIVISION, "D3", "Division hemtjänst", "K");
    for (int i = 1; i <= RESIDENTIAL.size(); i++) {
      String provider = i == 4 || i == 5 ? "EXTERNAL" : "OWN";
      mart.unit(id('J', i), RESIDENTIAL.get(i - 1), "O3", "RESIDENTIAL_CARE", provider);
    }
    IntStream.rangeClosed(1, 3)
        .forEach(i -> mart.unit(id('H', i), "Hemtjänst öster " + i, "O4", "HOME_CARE", "OWN"));
    IntStream.rangeClosed(1, 61)
        .forEach(i -> mart.unit(id('G', i), "Hemtjänst " + id('G', i), "D3", "HOME_CARE", "OWN"));
  }

  private static Stream<Period> quarters() {
    return Stream.iterate(new Period(PeriodKind.QUARTER, LocalDate.of(2025, 10, 1)), Period::next)
        .limit(4);
  }

  private void figures(Period period) {
    for (String node : List.of("D2", "D3")) {
      mart.figure("C03", OrgLevel.DIVISION, node, period, share(231, 433));
    }
    for (int i = 1; i <= RESIDENTIAL.size(); i++) {
      if (i != 11) {
        FigureState state = WITHOUT_VALUE.getOrDefault(i, share(9 + (i * 7) % 13, 21 + i));
        boolean preliminary = i == 7;
        unit(id('J', i), period, state, preliminary);
      }
    }
    IntStream.rangeClosed(1, 3).forEach(i -> unit(id('H', i), period, share(15 + i, 29), false));
    IntStream.rangeClosed(1, 61)
        .forEach(i -> unit(id('G', i), period, share(10 + i % 17, 30 + i % 5), false));
  }

  private void unit(String unit, Period period, FigureState state, boolean preliminary) {
    mart.figure("C03", "MAIN", ValueKind.SHARE, OrgLevel.UNIT, unit, period, state, preliminary);
    mart.part("V02", OrgLevel.UNIT, unit, period, new Stratum("AREA", "FALL"), 40);
  }

  private static FigureState share(long numerator, long of) {
    Interval sure = Wilson.interval(numerator, of);
    return new FigureState.Value(
        numerator,
        of,
        0L,
        null,
        (double) numerator / of,
        sure.lower(),
        sure.upper(),
        null,
        null,
        null,
        false);
  }

  private static String id(char kind, int number) {
    return "%c%02d".formatted(kind, number);
  }
}
