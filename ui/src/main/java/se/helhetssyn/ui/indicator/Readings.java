package se.helhetssyn.ui.indicator;

import static se.helhetssyn.ui.wording.SwedishNumbers.decimal;
import static se.helhetssyn.ui.wording.SwedishNumbers.whole;
import static se.helhetssyn.ui.wording.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Figure;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.ValueKind;

/** Puts figures into Swedish words. */
public final class Readings {
  private static final long ONE_DECIMAL_FROM = 50;

  /** A dash at which a line is never broken. */
  private static final String UNBROKEN_DASH = "–\u2060";

  private Readings() {}

  /**
   * The reading where nothing is published, which is by design and not a delivery that is missing.
   *
   * @param open whether the period has not ended
   */
  public static Reading absent(boolean open) {
    return new Reading.NotShown(text(open ? "state.absent.open" : "state.absent"), false);
  }

  /** The reading of a published figure. */
  public static Reading of(Figure figure) {
    return switch (figure.state()) {
      case FigureState.Value value -> shown(figure, value);
      case FigureState.Suppressed hidden -> new Reading.NotShown(text("state.suppressed"), true);
      case FigureState.Missing missing -> missing(missing.reason());
      case FigureState.NotApplicable none -> notApplicable(none.reason());
    };
  }

  private static Reading missing(String reason) {
    String sentence =
        switch (reason) {
          case "SOURCE_MISSING" -> text("state.missing.source");
          case "UNIT_NOT_DELIVERED" -> text("state.missing.unit");
          case "NO_JOINED_DECISION" -> text("state.missing.decision");
          case "SUSPECT_ZERO" -> text("state.missing.suspect");
          default -> text("state.missing");
        };
    return new Reading.NotShown(sentence, true);
  }

  private static Reading notApplicable(String reason) {
    String sentence =
        reason.equals("NOT_MATURE")
            ? text("state.not-applicable.not-mature")
            : text("state.not-applicable.nothing");
    return new Reading.NotShown(sentence, false);
  }

  private static Reading shown(Figure figure, FigureState.Value value) {
    Double number = value.value();
    return new Reading.Shown(
        number == null ? text("value.median-not-reached") : amount(figure.kind(), value, number),
        number == null ? "" : unit(figure.kind()),
        of(figure.kind(), value),
        interval(figure.kind(), value),
        value.highUnknown(),
        notes(figure, value));
  }

  private static String amount(ValueKind kind, FigureState.Value value, double number) {
    return switch (kind) {
      case SHARE -> decimal(number * 100, shareDecimals(value));
      case RATE, MONTHS, SCORE -> decimal(number, 1);
      case DAYS, COUNT -> decimal(number, 0);
    };
  }

  /** Few observations do not carry a decimal. */
  private static int shareDecimals(FigureState.Value value) {
    Long denominator = value.denominator();
    return denominator != null && denominator >= ONE_DECIMAL_FROM ? 1 : 0;
  }

  /** What follows a number of this kind. */
  public static String unit(ValueKind kind) {
    return switch (kind) {
      case SHARE -> text("unit.share");
      case RATE -> text("unit.rate");
      case DAYS -> text("unit.days");
      case MONTHS -> text("unit.months");
      case SCORE -> text("unit.score");
      case COUNT -> "";
    };
  }

  private static String of(ValueKind kind, FigureState.Value value) {
    return switch (kind) {
      case SHARE -> ratio("value.of.share", value.numerator(), value.denominator());
      case RATE -> ratio("value.of.rate", value.numerator(), value.denominator());
      case DAYS, MONTHS, COUNT, SCORE -> {
        Long open = value.openCount();
        yield open == null ? "" : text("value.open", whole(open));
      }
    };
  }

  private static String ratio(String key, @Nullable Long above, @Nullable Long below) {
    return above == null || below == null ? "" : text(key, whole(above), whole(below));
  }

  private static String interval(ValueKind kind, FigureState.Value value) {
    Double lower = value.lower();
    Double upper = value.upper();
    if (lower == null || upper == null) {
      return "";
    }
    String limits = amount(kind, value, lower) + UNBROKEN_DASH + amount(kind, value, upper);
    String unit = kind == ValueKind.SHARE ? '\u00a0' + unit(kind) : "";
    return text("value.interval", limits + unit);
  }

  private static List<String> notes(Figure figure, FigureState.Value value) {
    List<String> notes = new ArrayList<>();
    if (figure.preliminary()) {
      notes.add(text("note.preliminary"));
    }
    if (value.highUnknown()) {
      Long unknown = value.unknown();
      notes.add(
          unknown == null
              ? text("note.uncertain.few")
              : text("note.uncertain", decimal(unknown.doubleValue(), 0)));
    }
    return notes;
  }
}
