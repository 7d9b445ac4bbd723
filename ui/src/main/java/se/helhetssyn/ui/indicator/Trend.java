package se.helhetssyn.ui.indicator;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.Assurance;
import se.helhetssyn.analytics.stats.ChartPoint;
import se.helhetssyn.analytics.stats.ControlChart;
import se.helhetssyn.analytics.stats.Interval;

/**
 * An indicator's main series up to a period, with what the statistics say about it.
 *
 * @param indicator what it is
 * @param figures oldest first
 * @param control limits and signals; empty for a kind of value that is not judged, and for windows
 *     that overlap, whose points tell the same months again
 */
public record Trend(IndicatorInfo indicator, List<Figure> figures, Optional<ControlChart> control) {
  /** The trend up to the end of a period. */
  public static Trend until(Period last, IndicatorHistory history) {
    List<Figure> figures = history.mainUntil(last);
    boolean judged = !figures.isEmpty() && figures.stream().allMatch(Trend::isJudged);
    Optional<ControlChart> control =
        judged
            ? Optional.of(ControlChart.of(figures.stream().map(ChartPoint::of).toList()))
            : Optional.empty();
    return new Trend(history.indicator(), figures, control);
  }

  private static boolean isJudged(Figure figure) {
    return figure.kind() == ValueKind.SHARE
        && figure.key().period().kind() != PeriodKind.ROLLING_12M;
  }

  /** Whether any point has a value. */
  public boolean hasValues() {
    return figures.stream().anyMatch(figure -> figure.state() instanceof FigureState.Value);
  }

  /** The period of the last judged point: the last value that no registration may change. */
  public Optional<Period> judgedUntil() {
    return figures.stream()
        .filter(f -> f.state() instanceof FigureState.Value && !f.preliminary())
        .map(figure -> figure.key().period())
        .reduce((earlier, later) -> later);
  }

  /** Whether there are enough judged points for limits of normal variation. */
  public boolean hasLimits() {
    return control.flatMap(ControlChart::baseline).isPresent();
  }

  /** The limits of normal variation (0–1) for a period; empty where there is no value. */
  public Optional<Interval> limits(Period period) {
    int index = figures.stream().map(f -> f.key().period()).toList().indexOf(period);
    return index < 0 ? Optional.empty() : control.flatMap(chart -> chart.limits(index));
  }

  /** What the last judged point says; empty where the kind of value is not judged. */
  public Optional<Verdict> verdict() {
    return control.map(chart ->
        switch (chart.variation(indicator.direction())) {
          case BETTER -> Verdict.BETTER;
          case WORSE -> Verdict.WORSE;
          case CHANGED -> Verdict.CHANGE_WITHOUT_DIRECTION;
          case NORMAL -> Verdict.NO_SURE_CHANGE;
          case TOO_FEW_POINTS -> Verdict.TOO_FEW_POINTS;
        });
  }

  /** Whether the target can be expected to be met; empty without a target or enough points. */
  public Optional<Assurance> assurance() {
    Double target = indicator.target();
    return target == null
        ? Optional.empty()
        : control
            .map(chart -> chart.assurance(target, indicator.direction()))
            .filter(assurance -> assurance != Assurance.NOT_JUDGED);
  }
}
