package se.helhetssyn.ui.compare;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.period.Address;

/**
 * Everything that is chosen on the page besides where and when.
 *
 * @param filters indicator, unit type, provider and risk area, as they are offered
 * @param page which page of units
 */
record CompareChoice(List<Filter> filters, Filter page) {
  static final String PATH = "jamfor";
  static final String NODE = "org";

  CompareChoice {
    filters = List.copyOf(filters);
  }

  /** What the address asked for and does not get. */
  List<Filter> refused() {
    return Stream.concat(filters.stream(), Stream.of(page)).filter(Filter::refused).toList();
  }

  /** The address that shows this choice for the node and period, from the first page on. */
  Address address(PageContext context) {
    Address address =
        new Address(PATH, Map.of(NODE, context.node().id())).with(context.choice().period());
    for (Filter filter : filters) {
      address = address.with(filter.parameter(), filter.code().orElse(null));
    }
    return address;
  }

  /**
   * The same with another option of a filter. What hangs on it is left out: an indicator's risk
   * areas, and who runs the units of a type.
   */
  static Address with(Address address, Filter filter, Filter.Option option) {
    Address changed =
        address.with(filter.parameter(), option.code().isEmpty() ? null : option.code());
    return switch (filter.parameter()) {
      case CompareFilters.INDICATOR -> changed.with(CompareFilters.AREA, null);
      case CompareFilters.UNIT_TYPE -> changed.with(CompareFilters.PROVIDER, null);
      default -> changed;
    };
  }

  /** The choice in words, for paper. */
  String words() {
    return filters.stream()
        .filter(filter -> filter.isOffered() || filter.code().isPresent())
        .map(filter -> filter.label() + ": " + filter.chosen().name())
        .collect(joining(" · "));
  }

  /** The part of the population that a filter's choice stands for. */
  static Stratum stratum(Filter area) {
    return area.code().map(code -> new Stratum("AREA", code)).orElse(Stratum.ALL);
  }
}
