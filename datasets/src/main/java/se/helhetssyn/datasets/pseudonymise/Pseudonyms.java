package se.helhetssyn.datasets.pseudonymise;

import java.util.Optional;
import se.helhetssyn.datasets.identity.IdentityNumber;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/**
 * Puts keys in place of values. The same person gets the same key, however the number is written.
 */
final class Pseudonyms {
  private final PersonKeys keys;
  private final int year;

  /**
   * @param year the year in which numbers of ten digits were written, which tells their century
   */
  Pseudonyms(PersonKeys keys, int year) {
    this.keys = keys;
    this.year = year;
  }

  /**
   * A cell of a column of persons. What is no identity number is somebody's all the same and
   * becomes a key of its text; what stands for nobody, and what is a key already, stays.
   */
  String ofPerson(String raw, ColumnCounts counts) {
    String core = Cell.core(raw);
    if (Cell.isKey(core)) {
      counts.key();
      return raw;
    }
    if (Cell.isNoPerson(core)) {
      return raw;
    }
    String quote = raw.startsWith("\"") ? "\"" : "";
    return quote + keyOf(core, counts) + quote;
  }

  private String keyOf(String core, ColumnCounts counts) {
    Optional<String> digits = twelveDigits(core);
    if (digits.isPresent()) {
      counts.identity();
      return keys.of(digits.get());
    }
    counts.reserve();
    return keys.of(Cell.asReserve(core));
  }

  /** Where a value is known to be a person's, blanks anywhere in it and decimals are forgiven. */
  private Optional<String> twelveDigits(String core) {
    return IdentityNumbers.normalised(core, year)
        .or(() -> IdentityNumbers.normalised(Cell.compact(core), year));
  }

  /**
   * Any other cell: the identity numbers in its text become keys.
   *
   * @param doubtfulToo whether those that may be something else become keys too
   */
  String inText(String raw, boolean doubtfulToo, ColumnCounts counts) {
    StringBuilder text = new StringBuilder();
    int written = 0;
    for (IdentityNumber number : IdentityNumbers.in(raw)) {
      if (DoubtfulNumbers.isOne(number) && !doubtfulToo) {
        counts.left();
      } else {
        counts.identity();
        text.append(raw, written, number.start()).append(keyOf(raw, number));
        written = number.end();
      }
    }
    return text.append(raw, written, raw.length()).toString();
  }

  /** A day that its century lacks makes it nobody's number, but a number it is. */
  private String keyOf(String raw, IdentityNumber number) {
    return keys.of(
        number
            .twelveDigits(year)
            .orElseGet(() -> Cell.asReserve(raw.substring(number.start(), number.end()))));
  }
}
