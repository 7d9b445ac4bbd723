package se.helhetssyn.ui.compare;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.chart.DotChart;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.period.PeriodCode;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.Wording;

/**
 * One indicator for units of one type, as whoever looks may see it.
 *
 * @param choice what is chosen
 * @param size how many rows there are on all pages
 * @param rows those of the page
 * @param chart the same rows drawn and as text
 * @param notes what is to be known before reading, in sentences
 * @param hint what can be done with the rows
 */
record CompareViewModel(
    CompareChoice choice,
    int size,
    List<CompareRow> rows,
    DotChart chart,
    List<String> notes,
    String hint) {
  static final int PAGE_SIZE = DotChart.MOST_ROWS;

  CompareViewModel {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The comparison the address asks for; empty if no indicator is published. */
  static Optional<CompareViewModel> of(PageContext context, KeyedOrder order) {
    List<IndicatorInfo> indicators = IndicatorHistory.newest(context.mart());
    Filter chosen = CompareFilters.indicator(indicators, context);
    return indicators.stream()
        .filter(indicator -> indicator.id().equals(chosen.chosen().code()))
        .findFirst()
        .map(indicator -> of(context, order, chosen, indicator));
  }

  private static CompareViewModel of(
      PageContext context, KeyedOrder order, Filter chosen, IndicatorInfo indicator) {
    CompareGroup group = CompareGroup.of(context.organisation(), context.node());
    Filter type = CompareFilters.unitType(group, context);
    List<OrgNode> alike =
        group.units().stream()
            .filter(unit -> CompareFilters.typeOf(unit).equals(type.chosen().code()))
            .toList();
    Filter provider = CompareFilters.provider(alike, context);
    List<OrgNode> units =
        alike.stream()
            .filter(unit ->
                provider.code().map(c -> unit.providerForm().equals(Optional.of(c))).orElse(true))
            .toList();
    ComparedFigures figures =
        ComparedFigures.load(context.mart(), indicator, context.choice().period(), group.scope());
    Filter area = CompareFilters.area(figures.areas(), context);
    Comparison comparison =
        compare(
            new Comparison.Source(
                context, indicator, group, units, figures, CompareChoice.stratum(area)),
            order);
    return page(
        context, List.of(chosen, type, provider, area), indicator, group.scope(), comparison);
  }

  /** Who may not see everything sees no names; without a unit of their own they see no units. */
  private static Comparison compare(Comparison.Source source, KeyedOrder order) {
    if (source.context().account().seesEverything()) {
      return Comparison.named(source);
    }
    return source
        .group()
        .marked()
        .map(own ->
            Comparison.unlabelled(
                source, own, order.arrange(source.units(), own, page(source, own), PAGE_SIZE)))
        .orElse(Comparison.NOTHING);
  }

  /** Everything that makes one page of unlabelled units another than the next. */
  private static String page(Comparison.Source source, OrgNode own) {
    return String.join(
        "\n",
        source.context().mart().generation().id(),
        own.id(),
        source.indicator().id(),
        PeriodCode.write(source.context().choice().period()),
        source.stratum().dimension(),
        source.stratum().value());
  }

  private static CompareViewModel page(
      PageContext context,
      List<Filter> filters,
      IndicatorInfo indicator,
      OrgNode scope,
      Comparison comparison) {
    int size = comparison.rows().size();
    Filter page = CompareFilters.page(Math.ceilDiv(size, PAGE_SIZE), context);
    int from = (page.code().map(Integer::parseInt).orElse(1) - 1) * PAGE_SIZE;
    List<CompareRow> rows = comparison.rows().subList(from, Math.min(from + PAGE_SIZE, size));
    CompareChoice choice = new CompareChoice(filters, page);
    String when = SwedishDates.period(context.choice().period());
    DotChart chart =
        new CompareChart(indicator, when, UnitWords.level(scope.level()), comparison, rows)
            .config();
    return new CompareViewModel(
        choice,
        size,
        rows,
        chart,
        notes(context, choice, scope, comparison),
        text(context.account().seesEverything() ? "compare.hint" : "compare.hint.own"));
  }

  private static List<String> notes(
      PageContext context, CompareChoice choice, OrgNode scope, Comparison comparison) {
    List<String> notes = new ArrayList<>();
    choice
        .refused()
        .forEach(filter ->
            notes.add(
                text(
                    "compare.refused",
                    filter.label().toLowerCase(Wording.SWEDISH),
                    filter.chosen().name())));
    if (comparison.tooFew()) {
      notes.add(
          text("compare.too-few", SwedishNumbers.whole(Comparison.FEWEST_OTHERS), scope.name()));
    } else if (!context.account().seesEverything() && !comparison.rows().isEmpty()) {
      notes.add(text("compare.unlabelled", scope.name()));
    }
    return notes;
  }

  /** Which of all rows are on the page; empty where all of them are. */
  Optional<String> place() {
    int from = (choice.page().code().map(Integer::parseInt).orElse(1) - 1) * PAGE_SIZE;
    return size <= PAGE_SIZE
        ? Optional.empty()
        : Optional.of(
            text(
                "compare.place",
                SwedishNumbers.whole(from + 1),
                SwedishNumbers.whole(from + rows.size()),
                SwedishNumbers.whole(size)));
  }
}
