package se.helhetssyn.datasets.pseudonymise;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * An invented person, born so long ago that the serials set aside for testing (980–999) are
 * nobody's, and the ways to write the number.
 *
 * @param twelve the number with its century, digits alone
 */
record Somebody(String twelve) {
  /** The year in which all numbers of these tests were written. */
  static final int YEAR = 2026;

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Someone born in the years 1900–1999; every fourth has a coordination number. */
  static Somebody any(Random random) {
    LocalDate day = FIRST.plusDays(random.nextInt(36_500));
    return of(day, random.nextInt(4) == 0 ? 60 : 0, 980 + random.nextInt(20));
  }

  static Somebody of(LocalDate day, int raised, int serial) {
    String nine =
        "%02d%02d%02d%03d"
            .formatted(
                day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth() + raised, serial);
    return new Somebody(day.getYear() / 100 + nine + checkDigit(nine));
  }

  /** The sign of someone who that year turns 100, or is older. */
  String sign() {
    return YEAR - Integer.parseInt(twelve.substring(0, 4)) >= 100 ? "+" : "-";
  }

  String ten(String sign) {
    return twelve.substring(2, 8) + sign + twelve.substring(8);
  }

  String twelve(String sign) {
    return twelve.substring(0, 8) + sign + twelve.substring(8);
  }

  /** Forms that no column can mistake, and that every encoding can write. */
  List<String> sureForms() {
    return List.of(twelve, twelve("-"), twelve("+"), ten(sign()));
  }

  /** All forms that can be written in Windows-1252. */
  List<String> forms() {
    return List.of(
        twelve, twelve("-"), twelve("–"), twelve(" "), twelve("\u00A0"), ten(sign()), ten(young()));
  }

  /** Ten digits mean the youngest possible; someone of a hundred needs the plus sign. */
  private String young() {
    return sign().equals("+") ? "+" : "";
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
