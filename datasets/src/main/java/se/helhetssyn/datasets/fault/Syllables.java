package se.helhetssyn.datasets.fault;

import java.util.List;

/** Names of nobody, put together from syllables. */
final class Syllables {
  private static final List<String> PARTS = List.of("vo", "ri", "ta", "lu", "mo", "se", "nak");

  private Syllables() {}

  /** Two made-up words. */
  static String name(int number) {
    return word(number) + " " + word(number + 4);
  }

  private static String word(int number) {
    String word = PARTS.get(number % PARTS.size()) + PARTS.get((number * 3 + 1) % PARTS.size());
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
