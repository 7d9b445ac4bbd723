package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.ui.chart.ChartAxis;
import se.helhetssyn.ui.chart.ChartPoint;

/** Puts figures on the axes of charts. */
public final class FigurePoints {
  private FigurePoints() {}

  /** What an indicator's main series measures; shares where nothing is said. */
  public static ValueKind kind(IndicatorInfo indicator) {
    return indicator.series().isEmpty() ? ValueKind.SHARE : indicator.series().getFirst().kind();
  }

  /** The axis for values of a kind. */
  public static ChartAxis axis(ValueKind kind) {
    return switch (kind) {
      case SHARE -> new ChartAxis(text("axis.share"), '\u00a0' + "%", 100.0);
      case RATE -> new ChartAxis(text("axis.rate"), "", null);
      case DAYS -> new ChartAxis(text("axis.days"), "", null);
      case MONTHS -> new ChartAxis(text("axis.months"), "", null);
      case SCORE -> new ChartAxis(text("axis.score"), "", null);
      case COUNT -> new ChartAxis(text("axis.count"), "", null);
    };
  }

  /** What a value is multiplied by to stand on that axis. */
  public static double scale(ValueKind kind) {
    return kind == ValueKind.SHARE ? 100 : 1;
  }

  /** The figure as one position of a chart: its value, or the words that stand in its place. */
  public static ChartPoint point(Figure figure) {
    String sentence = sentence(figure);
    if (figure.state() instanceof FigureState.Value value && value.value() != null) {
      return new ChartPoint.Measured(
          value.value() * scale(figure.kind()), sentence, figure.preliminary());
    }
    boolean hatched =
        !(figure.state() instanceof FigureState.NotApplicable)
            && !(figure.state() instanceof FigureState.Value);
    return new ChartPoint.Gap(sentence, hatched);
  }

  private static String sentence(Figure figure) {
    return switch (Readings.of(figure)) {
      case Reading.Shown shown -> {
        List<String> parts = new ArrayList<>(List.of(shown.value()));
        if (!shown.of().isEmpty()) {
          parts.add(shown.of());
        }
        parts.addAll(shown.notes());
        yield String.join(" · ", parts);
      }
      case Reading.NotShown none -> none.sentence();
    };
  }
}
