package se.helhetssyn.pipelines.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Numbers built like identity numbers for days long past, with the serials that are set aside for
 * testing, so that they belong to nobody.
 */
public final class TestNumbers {
  private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);

  private TestNumbers() {}

  /** One number in every written form; ten digits alone come last. */
  public static List<String> everyForm(Random random) {
    String twelve = twelve(random);
    String day = twelve.substring(0, 8);
    String serial = twelve.substring(8);
    return List.of(
        twelve,
        day + "-" + serial,
        day + "+" + serial,
        day.substring(2) + "-" + serial,
        day.substring(2) + "+" + serial,
        day.substring(2) + "\u2013" + serial,
        day.substring(2) + " " + serial,
        day.substring(2) + serial);
  }

  /** Twelve digits; every third is a coordination number. */
  static String twelve(Random random) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(25_000));
    int raised = random.nextInt(3) == 0 ? 60 : 0;
    String nine =
        "%02d%02d%02d%03d"
            .formatted(
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth() + raised,
                980 + random.nextInt(20));
    return day.getYear() / 100 + nine + checkDigit(nine);
  }

  private static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
