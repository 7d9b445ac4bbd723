package se.helhetssyn.pipelines.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number format of a workbook with places that show zeros, {@code 000000-0000}: the cell holds
 * less than people see. Only whole numbers from 0 are shown so; formats with decimals, thousands,
 * exponents or letters outside of quotes pad nothing.
 */
final class PaddingFormat {
  /** So many zeros make a format one that pads: {@code 0} alone shows every number as it is. */
  private static final int FEWEST_ZEROS = 2;

  private static final int MOST_DIGITS = 15;
  private static final String NOT_FOR_CODES = ".,%/@";
  private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)(-?\\d+(\\.\\d+)?)");

  private final List<Section> sections = new ArrayList<>();

  /** A character of a format: a place for a digit, or itself. */
  private record Sign(char sign, boolean place) {}

  private static final class Section {
    private final List<Sign> signs = new ArrayList<>();
    private String condition = "";
    private boolean foreign;

    private boolean pads() {
      return !foreign
          && signs.stream().filter(s -> s.place && s.sign == '0').count() >= FEWEST_ZEROS;
    }
  }

  private PaddingFormat() {}

  static PaddingFormat of(String format) {
    PaddingFormat padding = new PaddingFormat();
    Section section = new Section();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      switch (c) {
        case ';' -> {
          padding.sections.add(section);
          section = new Section();
        }
        case '"', '[' -> {
          int end = end(format, i + 1, c == '"' ? '"' : ']');
          padding.inside(section, c, format.substring(i + 1, end));
          i = end;
        }
        case '\\', '_', '*' -> {
          i++;
          if (i < format.length() && c != '*') {
            section.signs.add(new Sign(c == '_' ? ' ' : format.charAt(i), false));
          }
        }
        case '0', '#', '?' -> section.signs.add(new Sign(c, true));
        default -> {
          section.foreign |= Character.isLetter(c) || NOT_FOR_CODES.indexOf(c) >= 0;
          section.signs.add(new Sign(c, false));
        }
      }
    }
    padding.sections.add(section);
    return padding;
  }

  private static int end(String format, int from, char mark) {
    int end = format.indexOf(mark, from);
    return end < 0 ? format.length() : end;
  }

  /** Quoted text is shown; of brackets only a condition matters, not colours and languages. */
  private void inside(Section section, char mark, String text) {
    if (mark == '"') {
      text.chars().forEach(c -> section.signs.add(new Sign((char) c, false)));
    } else if (CONDITION.matcher(text).matches()) {
      section.condition = text;
    }
  }

  /** The number as it is shown; empty if this format does not pad it. */
  Optional<String> show(BigDecimal number) {
    BigDecimal exact = number.stripTrailingZeros();
    boolean whole = exact.signum() >= 0 && exact.scale() <= 0;
    if (!whole || (long) exact.precision() - exact.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    return sections.stream()
        .filter(section -> holds(section.condition, exact))
        .findFirst()
        .filter(Section::pads)
        .map(section -> shown(section.signs, exact.toPlainString()));
  }

  private static boolean holds(String condition, BigDecimal number) {
    Matcher matcher = CONDITION.matcher(condition);
    if (!matcher.matches()) {
      return true;
    }
    int compared = number.compareTo(new BigDecimal(matcher.group(2)));
    return switch (matcher.group(1)) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case ">=" -> compared >= 0;
      case "=" -> compared == 0;
      default -> compared != 0;
    };
  }

  /** Digits take their places from the right; those beyond the first place stand before it. */
  private static String shown(List<Sign> signs, String digits) {
    StringBuilder reversed = new StringBuilder();
    long places = signs.stream().filter(Sign::place).count();
    int left = digits.length();
    for (Sign sign : signs.reversed()) {
      if (!sign.place) {
        reversed.append(sign.sign);
        continue;
      }
      places--;
      if (left == 0 && sign.sign == '0') {
        reversed.append('0');
      }
      for (int taken = 0; left > 0 && (taken == 0 || places == 0); taken++) {
        left--;
        reversed.append(digits.charAt(left));
      }
    }
    return reversed.reverse().toString();
  }
}
