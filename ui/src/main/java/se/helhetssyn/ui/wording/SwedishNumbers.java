package se.helhetssyn.ui.wording;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Numbers as they are written in Swedish: decimal comma, thin space between thousands. */
public final class SwedishNumbers {
  private static final char THIN_SPACE = '\u202f';

  private SwedishNumbers() {}

  /** A number with exactly so many decimals, for example {@code 45,6}. */
  public static String decimal(double number, int decimals) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(number);
  }

  /** A whole number, for example {@code 153 528}. */
  public static String whole(long number) {
    return decimal((double) number, 0);
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Wording.SWEDISH);
    symbols.setGroupingSeparator(THIN_SPACE);
    return symbols;
  }
}
