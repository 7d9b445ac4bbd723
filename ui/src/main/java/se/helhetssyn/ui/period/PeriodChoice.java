package se.helhetssyn.ui.period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;

/**
 * The period a page shows.
 *
 * @param period the chosen one, or the latest closed quarter when the address names none
 * @param available the published periods of its kind, oldest first
 * @param kinds each published kind with the period to show when it is chosen instead
 * @param refused whether the address named something that is not a published period
 */
public record PeriodChoice(
    Period period, List<Period> available, Map<PeriodKind, Period> kinds, boolean refused) {
  /** The address parameter that holds the period. */
  public static final String PARAMETER = "period";

  public PeriodChoice {
    available = List.copyOf(available);
    kinds = Map.copyOf(kinds);
  }

  /**
   * Reads the choice from an address.
   *
   * @return empty if no figure of any period is published
   */
  public static Optional<PeriodChoice> of(Mart mart, Map<String, List<String>> query) {
    List<String> codes = query.getOrDefault(PARAMETER, List.of());
    Optional<Period> wanted =
        codes.stream()
            .findFirst()
            .flatMap(PeriodCode::read)
            .filter(period -> mart.periods(period.kind()).contains(period));
    boolean refused = !codes.isEmpty() && wanted.isEmpty();
    return wanted
        .or(() -> latest(mart))
        .map(p -> new PeriodChoice(p, mart.periods(p.kind()), kinds(mart, p), refused));
  }

  private static Optional<Period> latest(Mart mart) {
    return Stream.of(PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.YEAR, PeriodKind.ROLLING_12M)
        .flatMap(kind -> latest(mart, kind).stream())
        .findFirst();
  }

  /** The latest closed period of a kind, else the latest one there is. */
  private static Optional<Period> latest(Mart mart, PeriodKind kind) {
    List<Period> periods = mart.periods(kind);
    LocalDate deliveredTo = mart.generation().deliveredTo();
    return periods.stream()
        .filter(period -> !period.lastDay().isAfter(deliveredTo))
        .max(Comparator.naturalOrder())
        .or(() -> periods.stream().max(Comparator.naturalOrder()));
  }

  private static Map<PeriodKind, Period> kinds(Mart mart, Period period) {
    Map<PeriodKind, Period> kinds = new EnumMap<>(PeriodKind.class);
    for (PeriodKind kind : PeriodKind.values()) {
      Period same = endingWith(kind, period);
      Optional.of(same)
          .filter(mart.periods(kind)::contains)
          .or(() -> latest(mart, kind))
          .ifPresent(found -> kinds.put(kind, found));
    }
    return kinds;
  }

  /** The period of a kind that ends with another one, or holds its last day. */
  private static Period endingWith(PeriodKind kind, Period period) {
    return kind == PeriodKind.ROLLING_12M
        ? window(Period.containing(PeriodKind.QUARTER, period.lastDay()))
        : Period.containing(kind, period.lastDay());
  }

  /** The twelve months that end with a quarter. */
  static Period window(Period quarter) {
    return new Period(PeriodKind.ROLLING_12M, quarter.start().minusMonths(9));
  }
}
