package se.helhetssyn.datasets.identity;

import java.time.LocalDate;
import java.util.Random;

/**
 * Numbers built like identity numbers for days long past, with the serials that are set aside for
 * testing, so that they belong to nobody.
 */
final class TestNumbers {
  private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);

  private TestNumbers() {}

  /** Twelve digits; every third is a coordination number. */
  static String next(Random random) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(25_000));
    return of(day, random.nextInt(3) == 0 ? 60 : 0, 980 + random.nextInt(20));
  }

  static String of(LocalDate day, int raised, int serial) {
    String nine =
        "%02d%02d%02d%03d"
            .formatted(
                day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth() + raised, serial);
    return day.getYear() / 100 + nine + checkDigit(nine);
  }

  static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
