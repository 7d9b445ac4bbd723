package se.helhetssyn.ui.compare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.ui.indicator.Strata;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.page.PageContext;

/** What can be chosen on the page: only what there is something to show for. */
final class CompareFilters {
  static final String INDICATOR = "indikator";
  static final String UNIT_TYPE = "enhetstyp";
  static final String PROVIDER = "regi";
  static final String AREA = "riskomrade";
  static final String PAGE = "sida";

  private CompareFilters() {}

  /** The first indicator unless another is asked for; offered by heading. */
  static Filter indicator(List<IndicatorInfo> indicators, PageContext context) {
    List<Filter.Option> options =
        indicators.stream()
            .collect(groupingBy(IndicatorInfo::group, LinkedHashMap::new, toList()))
            .values()
            .stream()
            .flatMap(List::stream)
            .map(i -> new Filter.Option(i.id(), i.name(), i.group()))
            .toList();
    return filter(INDICATOR, text("compare.indicator"), options, context);
  }

  /** The most common type of unit in the group unless another is asked for. */
  static Filter unitType(CompareGroup group, PageContext context) {
    Map<String, Long> sizes =
        group.units().stream().collect(groupingBy(CompareFilters::typeOf, counting()));
    List<Filter.Option> options =
        sizes.keySet().stream()
            .map(code -> new Filter.Option(code, UnitWords.type(code)))
            .sorted(
                Comparator.<Filter.Option>comparingLong(
                        option -> -sizes.getOrDefault(option.code(), 0L))
                    .thenComparing(Filter.Option::name))
            .toList();
    return filter(UNIT_TYPE, text("compare.type"), options, context);
  }

  static String typeOf(OrgNode unit) {
    return unit.unitType().orElse("");
  }

  /**
   * Who runs the units; everyone unless one is asked for. Not to be chosen by somebody who may not
   * know which unit is which: what changes with the choice would tell.
   */
  static Filter provider(List<OrgNode> units, PageContext context) {
    List<String> codes =
        units.stream().flatMap(unit -> unit.providerForm().stream()).distinct().sorted().toList();
    boolean choosable = context.account().seesEverything() && codes.size() > 1;
    List<Filter.Option> options =
        codes.stream()
            .filter(code -> choosable)
            .map(code -> new Filter.Option(code, UnitWords.provider(code)))
            .toList();
    return Filter.restricting(
        PROVIDER,
        text("compare.provider"),
        text("compare.provider.all"),
        options,
        context.asked(PROVIDER));
  }

  /** The risk area; all of them unless one is asked for. */
  static Filter area(List<Stratum> areas, PageContext context) {
    List<Filter.Option> options =
        areas.stream().map(area -> new Filter.Option(area.value(), Strata.name(area))).toList();
    return Filter.restricting(
        AREA, text("compare.area"), text("compare.area.all"), options, context.asked(AREA));
  }

  /** Which of the pages; the first unless another is asked for. */
  static Filter page(int pages, PageContext context) {
    List<Filter.Option> options =
        IntStream.rangeClosed(1, pages)
            .mapToObj(Integer::toString)
            .map(number -> new Filter.Option(number, number))
            .toList();
    return filter(PAGE, text("compare.page.number"), options, context);
  }

  private static Filter filter(
      String parameter, String label, List<Filter.Option> options, PageContext context) {
    return Filter.of(parameter, label, options, context.asked(parameter));
  }
}
