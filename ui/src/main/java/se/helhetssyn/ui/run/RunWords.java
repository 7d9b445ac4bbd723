package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Duration;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** What runs, their stages and times are called. */
final class RunWords {
  private RunWords() {}

  static String outcome(RunOutcome outcome) {
    return switch (outcome) {
      case PUBLISHED -> text("run.outcome.published");
      case REFUSED -> text("run.outcome.refused");
      case CANCELLED -> text("run.outcome.cancelled");
      case POSTPONED -> text("run.outcome.postponed");
      case INTERRUPTED -> text("run.outcome.interrupted");
    };
  }

  /** To whole tens, so that the number does not point out anybody. */
  static String rows(long number) {
    return number > 0 && number < 10
        ? text("run.few")
        : SwedishNumbers.whole((number + 5) / 10 * 10);
  }

  /** A stage that this version does not know keeps its own name. */
  static String stage(String name) {
    return switch (name) {
      case "files" -> text("run.stage.files");
      case "start" -> text("run.stage.start");
      case "intake" -> text("run.stage.intake");
      case "measure" -> text("run.stage.measure");
      case "publish" -> text("run.stage.publish");
      default -> name;
    };
  }

  /** To the second below a minute, else to the minute. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return text("run.seconds", SwedishNumbers.whole(seconds));
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60
        ? text("run.minutes", SwedishNumbers.whole(minutes))
        : text("run.hours", SwedishNumbers.whole(minutes / 60), SwedishNumbers.whole(minutes % 60));
  }

  /** Coarse, so that what is read aloud does not change with every second. */
  static String left(Duration left) {
    long seconds = left.toSeconds();
    if (seconds < 10) {
      return text("run.left.soon");
    }
    long rounded = seconds < 60 ? (seconds + 9) / 10 * 10 : (seconds + 59) / 60 * 60;
    return text("run.left", duration(Duration.ofSeconds(rounded)));
  }
}
