package se.helhetssyn.pipelines.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/**
 * Who decided something, when and why. What is not stated is blank.
 *
 * @param decidedAt day, as 2026-03-31
 * @param decidedBy who answers for it, by office
 * @param reason why
 */
public record Grounds(String decidedAt, String decidedBy, String reason) {
  /** Takes what a file states, null for what it does not. */
  public static Grounds of(
      @Nullable String decidedAt, @Nullable String decidedBy, @Nullable String reason) {
    return new Grounds(said(decidedAt), said(decidedBy), said(reason));
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Everything that is wrong with it: clauses without a full stop. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    new TreeMap<>(Map.of("decided_by", decidedBy, "reason", reason))
        .forEach((key, text) -> {
          if (text.isEmpty()) {
            mistakes.add(key + " saknas");
          } else if (!IdentityNumbers.in(text).isEmpty()) {
            mistakes.add(key + " innehåller ett personnummer");
          }
        });
    if (!isDay(decidedAt)) {
      mistakes.add("decided_at ska vara en dag, som 2026-03-31");
    }
    return mistakes;
  }

  /** Whether a text is a day as {@code 2026-03-31}. */
  public static boolean isDay(@Nullable String text) {
    try {
      return text != null && LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The grounds as one clause. */
  public String told() {
    return "%s, %s: %s".formatted(decidedAt, decidedBy, reason);
  }
}
