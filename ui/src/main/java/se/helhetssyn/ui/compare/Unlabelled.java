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
 * What stays: the value and its interval, as coarse as they are read, because an exact value with
 * its exact interval gives back the counts. The state stays too, so that a hidden or missing figure
 * is still told of.
 */
final class Unlabelled {
  private Unlabelled() {}

  static Figure of(Figure figure) {
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
    return new Figure(nobody, figure.kind(), state(figure), figure.preliminary());
  }

  private static FigureState state(Figure figure) {
    return switch (figure.state()) {
      case FigureState.Value value -> coarse(figure.kind(), value);
      case FigureState.Suppressed hidden -> hidden;
      case FigureState.Missing missing -> missing;
      case FigureState.NotApplicable none -> none;
    };
  }

  private static FigureState coarse(ValueKind kind, FigureState.Value value) {
    return new FigureState.Value(
        null,
        null,
        null,
        null,
        coarse(kind, value.value()),
        coarse(kind, value.lower()),
        coarse(kind, value.upper()),
        null,
        null,
        null,
        value.highUnknown());
  }

  private static @Nullable Double coarse(ValueKind kind, @Nullable Double number) {
    return number == null ? null : Math.rint(number * steps(kind)) / steps(kind);
  }

  /** How many steps there are to one: whole per cent, tenths, or whole numbers. */
  private static double steps(ValueKind kind) {
    return switch (kind) {
      case SHARE -> 100;
      case RATE, MONTHS -> 10;
      case DAYS, COUNT -> 1;
    };
  }
}
