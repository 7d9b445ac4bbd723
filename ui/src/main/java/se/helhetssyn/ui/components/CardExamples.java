package se.helhetssyn.ui.components;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Direction;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.IndicatorInfo;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.SeriesInfo;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.stats.Interval;
import se.helhetssyn.analytics.stats.Wilson;
import se.helhetssyn.ui.indicator.IndicatorHistory;
import se.helhetssyn.ui.overview.IndicatorCardModel;

/** A card in every state; each is named after its state. */
final class CardExamples {
  private static final long OF = 180;
  private static final List<Period> MONTHS = Sample.FULL.periods();
  private static final double[] STEPS = {0.03, -0.02, 0.01, -0.035, 0.02, 0.0, -0.01};

  private CardExamples() {}

  static List<IndicatorCardModel> all() {
    return List.of(
        card("components.card.value", share(0.74), 0.74, 0, false, 0.9),
        card("components.card.better", share(0.86), 0.70, 0.007, false, 0.75),
        card("components.card.worse", share(0.55), 0.80, -0.01, false, 0.9),
        card("components.card.uncertain", share(0.74, 58, true), 0.74, 0, false, 0.9),
        card("components.card.preliminary", share(0.76), 0.74, 0, true, 0.9),
        card("components.card.no-target", share(0.74), 0.74, 0, false, null),
        few(),
        card("components.card.suppressed", new FigureState.Suppressed(), 0.7, 0, false, 0.9),
        card(
            "components.card.missing",
            new FigureState.Missing("UNIT_NOT_DELIVERED"),
            0.7,
            0,
            false,
            0.9),
        card(
            "components.card.source",
            new FigureState.Missing("SOURCE_MISSING"),
            0.7,
            0,
            false,
            0.9),
        card(
            "components.card.early",
            new FigureState.NotApplicable("NOT_MATURE"),
            0.7,
            0,
            false,
            0.9),
        card("components.card.nothing", new FigureState.NotApplicable(""), 0.7, 0, false, 0.9));
  }

  private static IndicatorCardModel card(
      String state,
      FigureState last,
      double level,
      double drift,
      boolean preliminary,
      @Nullable Double target) {
    TreeMap<Period, Figure> figures = new TreeMap<>();
    for (int i = 0; i < MONTHS.size() - 1; i++) {
      double share = level + drift * i + STEPS[i % STEPS.length];
      figures.put(MONTHS.get(i), figure(MONTHS.get(i), share(share), false));
    }
    figures.put(MONTHS.getLast(), figure(MONTHS.getLast(), last, preliminary));
    return model(state, figures, target);
  }

  /** Too few months for limits. */
  private static IndicatorCardModel few() {
    TreeMap<Period, Figure> figures = new TreeMap<>();
    MONTHS
        .subList(MONTHS.size() - 8, MONTHS.size())
        .forEach(
            month -> figures.put(month, figure(month, share(0.6 + 0.01 * figures.size()), false)));
    return model("components.card.few", figures, 0.9);
  }

  private static IndicatorCardModel model(
      String state, Map<Period, Figure> figures, @Nullable Double target) {
    IndicatorInfo indicator =
        new IndicatorInfo(
            state,
            1,
            "",
            text(state),
            "",
            "",
            Direction.HIGHER,
            target,
            null,
            0,
            true,
            "",
            List.of(new SeriesInfo("MAIN", "", ValueKind.SHARE)));
    IndicatorHistory history =
        new IndicatorHistory(
            indicator,
            MONTHS.getLast().lastDay(),
            new HashMap<>(
                Map.of(new IndicatorHistory.Part("MAIN", Stratum.ALL), new TreeMap<>(figures))));
    return IndicatorCardModel.of(MONTHS.getLast(), history, history);
  }

  private static FigureState.Value share(double share) {
    return share(share, 0, false);
  }

  private static FigureState.Value share(double share, long unknown, boolean high) {
    long numerator = Math.round(OF * share);
    Interval sure = Wilson.interval(numerator, OF);
    double value = (double) numerator / OF;
    return new FigureState.Value(
        numerator, OF, unknown, OF, value, sure.lower(), sure.upper(), null, null, null, high);
  }

  private static Figure figure(Period month, FigureState state, boolean preliminary) {
    FigureKey key =
        new FigureKey("EX", 1, "MAIN", "AS_WAS", OrgLevel.UNIT, "EX", month, Stratum.ALL);
    return new Figure(key, ValueKind.SHARE, state, preliminary);
  }
}
