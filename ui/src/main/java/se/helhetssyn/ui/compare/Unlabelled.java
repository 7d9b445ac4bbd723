package se.helhetssyn.ui.compare;

import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.ValueKind;

/**
 * Takes from a figure everything that tells whose it is, before it comes near a unit manager.
 *
 * <p>What goes: the node, and every count, since a colleague knows how large the other units are.
 * What stays: the value and its interval, made coarse, because an exact share with its exact
 * interval gives back the counts, and so do whole per cents: of those, one denominator alone fits
 * nearly every share of fewer than twenty. In steps of five per cent for the share and ten for its
 * ends, at least three denominators fit any share of twenty-two or more, and of fewer nearly nine
 * in ten. The state stays too, so that a hidden or missing figure is still told of.
 */
final class Unlabelled {
  private Unlabelled() {}

  /** One of the units. */
  static Figure unit(Figure figure) {
    return of(figure, step(figure.kind()));
  }

  /** The level that units are read against: whole per cents, since there is nobody to tell. */
  static Figure level(Figure figure) {
    return of(figure, step(figure.kind()) / 5);
  }

  private static Figure of(Figure figure, double step) {
    FigureKey key = figure.key();
    FigureKey nobody =
        new FigureKey(
            key.indicatorId(),
            key.definitionVersion(),
            key.series(),
            key.attribution(),
            OrgLevel.UNIT,
            "",
            key.period(),
            key.stratum());
    return new Figure(nobody, figure.kind(), state(figure.state(), step), figure.preliminary());
  }

  private static FigureState state(FigureState state, double step) {
    return switch (state) {
      case FigureState.Value value -> coarse(step, value);
      case FigureState.Suppressed hidden -> hidden;
      case FigureState.Missing missing -> missing;
      case FigureState.NotApplicable none -> none;
    };
  }

  private static FigureState coarse(double step, FigureState.Value value) {
    return new FigureState.Value(
        null,
        null,
        null,
        null,
        coarse(step, value.value()),
        coarse(2 * step, value.lower()),
        coarse(2 * step, value.upper()),
        null,
        null,
        null,
        value.highUnknown());
  }

  private static @Nullable Double coarse(double step, @Nullable Double number) {
    return number == null ? null : Math.rint(number / step) * step;
  }

  /** How coarse a unit's value becomes; the ends of its interval twice as much. */
  private static double step(ValueKind kind) {
    return switch (kind) {
      case SHARE -> 0.05;
      case RATE, MONTHS -> 0.5;
      case DAYS, COUNT, SCORE -> 5;
    };
  }
}
