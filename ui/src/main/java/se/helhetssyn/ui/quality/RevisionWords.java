package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import java.util.List;
import se.helhetssyn.analytics.mart.ValueKind;
import se.helhetssyn.analytics.quality.Revision;
import se.helhetssyn.analytics.quality.RevisionCause;
import se.helhetssyn.ui.indicator.Readings;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** How a figure was revised, in words. */
final class RevisionWords {
  private static final String VALUE = "VALUE";

  private RevisionWords() {}

  /** For example {@code Från 82 till 84 %, därför att rader har rättats.} */
  static String sentence(Revision revision) {
    List<String> causes =
        revision.causes().stream()
            .filter(cause -> cause != RevisionCause.UNKNOWN)
            .map(RevisionWords::cause)
            .toList();
    return causes.isEmpty()
        ? text("quality.revision.unknown", change(revision))
        : text("quality.revision.because", change(revision), QualityWords.list(causes));
  }

  private static String change(Revision revision) {
    if (isUntold(revision.before()) || isUntold(revision.after())) {
      return text("quality.revision.untold");
    }
    String unit = Readings.unit(revision.kind());
    return revision.before().value() == null || revision.after().value() == null
        ? text(
            "quality.revision.change",
            side(revision, revision.before(), unit),
            side(revision, revision.after(), unit))
        : text(
            "quality.revision.change",
            side(revision, revision.before(), ""),
            side(revision, revision.after(), unit));
  }

  private static boolean isUntold(Revision.Side side) {
    return side.state().equals(VALUE) && side.value() == null;
  }

  private static String side(Revision revision, Revision.Side side, String unit) {
    Double value = side.value();
    if (value == null) {
      return side.state().equals("MISSING")
          ? text("state.missing")
          : text("quality.not-applicable");
    }
    return number(revision.kind(), value) + (unit.isEmpty() ? "" : '\u00a0' + unit);
  }

  private static String number(ValueKind kind, double value) {
    return switch (kind) {
      case SHARE -> asPrecise(value * 100);
      case RATE -> SwedishNumbers.decimal(value, 1);
      case DAYS, MONTHS, COUNT, SCORE -> asPrecise(value);
    };
  }

  /** Whole as the layer tells it; a decimal where the layer has one. */
  private static String asPrecise(double value) {
    return SwedishNumbers.decimal(value, Math.abs(value - Math.rint(value)) < 1e-6 ? 0 : 1);
  }

  private static String cause(RevisionCause cause) {
    return switch (cause) {
      case LATE -> text("quality.cause.late");
      case CORRECTED -> text("quality.cause.corrected");
      case WITHDRAWN -> text("quality.cause.withdrawn");
      case DEFINITION -> text("quality.cause.definition");
      case SETTINGS -> text("quality.cause.settings");
      case ORGANISATION -> text("quality.cause.organisation");
      case MATURED -> text("quality.cause.matured");
      case UNKNOWN -> text("quality.cause.unknown");
    };
  }
}
