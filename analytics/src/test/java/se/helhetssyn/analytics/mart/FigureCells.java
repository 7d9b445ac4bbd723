package se.helhetssyn.analytics.mart;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells that tell of a figure's state. */
final class FigureCells {
  private FigureCells() {}

  /** Adds its numbers, its state and the reason for it. */
  static void add(FigureState state, List<@Nullable Object> row) {
    numbers(row, state);
    row.add(code(state));
    row.add(reason(state));
  }

  private static void numbers(List<@Nullable Object> row, FigureState state) {
    if (state instanceof FigureState.Value v) {
      Collections.addAll(row, v.numerator(), v.denominator(), v.unknown(), v.persons(), v.value());
      Collections.addAll(row, v.lower(), v.upper(), v.q1(), v.q3(), v.openCount());
    } else {
      row.addAll(Collections.nCopies(10, null));
    }
  }

  private static String code(FigureState state) {
    return switch (state) {
      case FigureState.Value v -> "VALUE";
      case FigureState.Suppressed s -> "SUPPRESSED";
      case FigureState.Missing m -> "MISSING";
      case FigureState.NotApplicable n -> "NOT_APPLICABLE";
    };
  }

  private static @Nullable String reason(FigureState state) {
    return switch (state) {
      case FigureState.Value v -> v.highUnknown() ? "HIGH_UNKNOWN" : null;
      case FigureState.Suppressed s -> null;
      case FigureState.Missing m -> m.reason();
      case FigureState.NotApplicable n -> n.reason().isEmpty() ? null : n.reason();
    };
  }
}
