package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.util.List;

/**
 * Numbers built like Swedish identity numbers, with serials that are set aside for testing
 * (980–999) and for days long past, so that they belong to nobody, in the ways they are written:
 * twelve digits with and without a hyphen, ten with a hyphen or a plus sign, a coordination number
 * (day + 60), and ten digits alone.
 */
final class IdentityNumbers {
  private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
  private static final int FIRST_TEST_SERIAL = 980;
  private static final int TEST_SERIALS = 20;

  private IdentityNumbers() {}

  static List<String> of(Planting at) {
    String year = digits(day(at), 0);
    return List.of(
        year,
        hyphenated(digits(day(at), 0), '-'),
        hyphenated(digits(day(at), 0), '-').substring(2),
        hyphenated(digits(day(at), 0), '+').substring(2),
        hyphenated(digits(day(at), 60), '-'),
        digits(day(at), 0).substring(2));
  }

  private static LocalDate day(Planting at) {
    return FIRST_DAY.plusDays(at.between(0, 15_000));
  }

  /** Twelve digits of a day, its day of the month raised, with a serial for testing. */
  private static String digits(LocalDate day, int raised) {
    String date =
        "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth() + raised);
    int serial = FIRST_TEST_SERIAL + day.getDayOfYear() % TEST_SERIALS;
    return date + serial + checkDigit(date.substring(2) + serial);
  }

  private static String hyphenated(String digits, char sign) {
    return digits.substring(0, 8) + sign + digits.substring(8);
  }

  /** Modulus 10 with weights 2 and 1 (Luhn 1960). */
  private static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
