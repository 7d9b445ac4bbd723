package se.helhetssyn.datasets.pseudonymise;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a cell besides an identity number. */
final class Cell {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  /** Quotes, blanks and the signs by which spreadsheets are told that digits are text. */
  private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\"'=\uFEFF]+|[\\s\\p{Z}\"']+$");

  private static final Pattern BLANKS_AND_DECIMALS = Pattern.compile("[\\s\\p{Z}]+|[.,]0+$");
  private static final Pattern NOT_TOLD = Pattern.compile("[\\s\\p{Z}\\p{Pd}_]+");

  /** What people write in a column of persons where there is none, and on rows of totals. */
  private static final Set<String> NO_PERSON =
      Set.of(
          "",
          "null",
          "saknas",
          "uppgiftsaknas",
          "okänd",
          "okänt",
          "99",
          "999",
          "summa",
          "total",
          "totalt",
          "antalrader");

  private Cell() {}

  /** A cell without what stands around its value. */
  static String core(String raw) {
    return AROUND.matcher(raw).replaceAll("");
  }

  /** Whether a value of a person is a key already. */
  static boolean isKey(String core) {
    return KEY.matcher(core).matches();
  }

  /** Whether a value stands for no person at all. */
  static boolean isNoPerson(String core) {
    return NO_PERSON.contains(NOT_TOLD.matcher(core).replaceAll("").toLowerCase(Locale.ROOT));
  }

  /** A value without the blanks in it and without the zeros that a spreadsheet adds to a number. */
  static String compact(String core) {
    return BLANKS_AND_DECIMALS.matcher(core).replaceAll("");
  }

  /** A number that is no identity number, in one form: capitals, without blanks and dashes. */
  static String asReserve(String core) {
    return NOT_TOLD.matcher(core).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
