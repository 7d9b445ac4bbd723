package se.helhetssyn.datasets.identity;

import java.util.Optional;

/**
 * An identity number that was found in a text. It has no text form of its own, so that it cannot
 * reach a log by accident.
 */
public final class IdentityNumber {
  private static final int CENTURY = 100;

  private final int start;
  private final int end;
  private final WrittenForm form;
  private final boolean timeLike;
  private final String digits;
  private final boolean plus;

  IdentityNumber(
      int start, int end, WrittenForm form, boolean timeLike, String digits, boolean plus) {
    this.start = start;
    this.end = end;
    this.form = form;
    this.timeLike = timeLike;
    this.digits = digits;
    this.plus = plus;
  }

  IdentityNumber at(int newStart, int newEnd) {
    return new IdentityNumber(newStart, newEnd, form, timeLike, digits, plus);
  }

  /** Index of its first character. */
  public int start() {
    return start;
  }

  /** Index after its last character. */
  public int end() {
    return end;
  }

  /** How it is written. */
  public WrittenForm form() {
    return form;
  }

  /**
   * Whether it reads as a day of this century and a time of day as well, {@code 20260305 1022}: a
   * name of a file or a text with a blank between is then more likely to tell a time.
   */
  public boolean timeLike() {
    return timeLike;
  }

  /**
   * Its twelve digits. Where the century is not written it is the latest that makes the person no
   * older than 99 years at the end of a year, or with a plus sign at least 100 (folkbokföringslag
   * 1991:481, 18 §). Empty where that year lacks the day.
   *
   * @param yearOfReference year in which the number was written
   */
  public Optional<String> twelveDigits(int yearOfReference) {
    if (digits.length() == 12) {
      return Optional.of(digits);
    }
    int latest = plus ? yearOfReference - CENTURY : yearOfReference;
    int year = latest - Math.floorMod(latest - Integer.parseInt(digits.substring(0, 2)), CENTURY);
    String full = year / CENTURY + digits;
    return IdentityNumbers.isDay(year, full) ? Optional.of(full) : Optional.empty();
  }
}
