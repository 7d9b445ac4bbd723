package se.helhetssyn.ui.compare;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.ui.compare.CompareRow.Who;
import se.helhetssyn.ui.page.PageContext;
import se.helhetssyn.ui.page.PageHead;

/**
 * The rows of a comparison for whoever looks: units by name, or one's own unit among others that
 * are not told.
 *
 * @param rows in the order they are shown
 * @param level the figure the units are read against; empty where none is published
 * @param tooFew whether the others are left out, being so few that each could be recognised
 * @param coarse whether values are so coarse that they cannot be counted against the level
 */
record Comparison(List<CompareRow> rows, Optional<Figure> level, boolean tooFew, boolean coarse) {
  /** Fewer others than this are not shown without names; the same number as protects persons. */
  static final int FEWEST_OTHERS = 5;

  static final Comparison NOTHING = new Comparison(List.of(), Optional.empty(), false, false);

  Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * What rows are made from.
   *
   * @param context who looks, at what period
   * @param indicator what is compared
   * @param group the units' group
   * @param units those that are compared, by name
   * @param figures the indicator's figures
   * @param stratum the part of the population
   */
  record Source(
      PageContext context,
      IndicatorInfo indicator,
      CompareGroup group,
      List<OrgNode> units,
      ComparedFigures figures,
      Stratum stratum) {
    private Optional<Figure> figure(OrgNode node) {
      return figures.of(node, stratum);
    }

    private boolean hasValue(OrgNode node) {
      return figure(node)
          .map(Figure::state)
          .filter(FigureState.Value.class::isInstance)
          .isPresent();
    }

    private boolean periodIsOpen() {
      return context.choice().period().lastDay().isAfter(context.mart().generation().deliveredTo());
    }

    private CompareRow row(Who who, Optional<Figure> figure) {
      return figure
          .map(published -> CompareRow.of(who, published))
          .orElseGet(() -> CompareRow.without(who, periodIsOpen()));
    }

    private Optional<String> trend(OrgNode unit) {
      return Optional.of(PageHead.indicatorPlace(unit, context, indicator));
    }
  }

  /** Every unit with its name, in the order of the names. */
  static Comparison named(Source source) {
    List<CompareRow> rows = source.units().stream().map(unit -> named(source, unit)).toList();
    return new Comparison(rows, source.figure(source.group().scope()), false, false);
  }

  private static CompareRow named(Source source, OrgNode unit) {
    boolean marked = source.group().marked().filter(unit::equals).isPresent();
    String provider = UnitWords.provider(unit.providerForm().orElse(""));
    return source.row(
        new Who(unit.name(), marked, provider, source.trend(unit)), source.figure(unit));
  }

  /**
   * The own unit among others without names, or alone with the level where the others are too few.
   *
   * @param arranged the units in the order they are shown
   */
  static Comparison unlabelled(Source source, OrgNode own, List<OrgNode> arranged) {
    long others =
        source.units().stream().filter(unit -> !unit.equals(own)).filter(source::hasValue).count();
    boolean tooFew = others < FEWEST_OTHERS;
    List<CompareRow> rows = new ArrayList<>();
    for (OrgNode unit : arranged) {
      if (unit.equals(own)) {
        Who me = new Who(text("compare.own"), true, "", source.trend(own));
        rows.add(source.row(me, source.figure(own)));
      } else if (!tooFew) {
        Who another = new Who(text("compare.other"), false, "", Optional.empty());
        rows.add(source.row(another, source.figure(unit).map(Unlabelled::unit)));
      }
    }
    Optional<Figure> level = source.figure(source.group().scope()).map(Unlabelled::level);
    return new Comparison(rows, level, tooFew, true);
  }
}
