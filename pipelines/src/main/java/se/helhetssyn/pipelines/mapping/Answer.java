package se.helhetssyn.pipelines.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Yes and no as programs and people write them, where the contract has the codes for both. */
final class Answer {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("ja", "YES"),
          Map.entry("j", "YES"),
          Map.entry("1", "YES"),
          Map.entry("x", "YES"),
          Map.entry("sant", "YES"),
          Map.entry("true", "YES"),
          Map.entry("yes", "YES"),
          Map.entry("nej", "NO"),
          Map.entry("n", "NO"),
          Map.entry("0", "NO"),
          Map.entry("falskt", "NO"),
          Map.entry("false", "NO"),
          Map.entry("no", "NO"));

  private Answer() {}

  /** The code, or null for any other text. */
  static @Nullable String find(String text) {
    return CODES.get(Wording.of(text));
  }
}
