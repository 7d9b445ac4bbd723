package se.helhetssyn.pipelines.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.inbox.Grounds;

/**
 * The decision that records of health care and of social services about a person may be joined.
 *
 * @param number of the decision
 * @param date day of the decision
 * @param controller who answers for the processing
 */
record JoinedDecision(@Nullable String number, @Nullable String date, @Nullable String controller) {

  /** Everything that is wrong with it: clauses without a full stop. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (isBlank(number) || isBlank(controller)) {
      mistakes.add("joined_processing_decision ska ha number, date och controller");
    }
    if (date == null || !Grounds.isDay(date)) {
      mistakes.add("joined_processing_decision.date ska vara en dag, som 2026-03-31");
    }
    return mistakes;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** In one line, as the manifest keeps it. */
  String asText() {
    return "%s, %s, %s".formatted(number, date, controller);
  }
}
