package se.helhetssyn.pipelines.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What a cell of a workbook says, as text: a number in plain decimals with the fifteen digits that
 * the program itself shows, or with the zeros and signs of a format that pads it; a number shown as
 * a date or time in ISO 8601 with a blank between them, to the second; truth as {@code true} and
 * {@code false}; an error by its name. Whether a number is a date is told by its format alone, as
 * nothing else in a workbook tells it.
 */
final class CellText {
  private static final MathContext SHOWN = new MathContext(15);
  private static final int LONGEST = 400;

  /** The first day that a workbook cannot hold, the year 10000. */
  private static final BigDecimal DAYS_END = BigDecimal.valueOf(2_958_466);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** What in a format is text of its own, a colour, a currency or room. */
  private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");

  private static final Pattern DURATION = Pattern.compile("\\[(h+|m+|s+)\\]");

  private final Map<String, Format> formats = new HashMap<>();

  private record Format(Shown shown, PaddingFormat padding) {}

  /** How a format shows a number. */
  private enum Shown {
    NUMBER,
    DAY,
    TIME,
    DAY_AND_TIME
  }

  String of(Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      return cell.getRawValue() == null ? "" : cell.getRawValue();
    }
    return cell.getValue() instanceof BigDecimal number ? number(cell, number) : cell.getText();
  }

  private String number(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return plain(number);
    }
    Format known = formats.computeIfAbsent(format, f -> new Format(shown(f), PaddingFormat.of(f)));
    boolean day = number.signum() >= 0 && number.compareTo(DAYS_END) < 0;
    return switch (day ? known.shown() : Shown.NUMBER) {
      case NUMBER -> known.padding().show(number).orElseGet(() -> plain(number));
      case DAY -> DAY.format(moment(cell));
      case DAY_AND_TIME -> DAY_AND_TIME.format(moment(cell));
      case TIME -> number.compareTo(BigDecimal.ONE) < 0 ? time(cell) : plain(number);
    };
  }

  private static String time(Cell cell) {
    LocalTime time = moment(cell).toLocalTime();
    return TIME.format(time);
  }

  private static LocalDateTime moment(Cell cell) {
    return cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Workbooks hold binary fractions, so that 4.1 may be stored as 4.0999999999999996. */
  private static String plain(BigDecimal number) {
    if (Math.abs((long) number.scale()) > LONGEST) {
      return number.toString();
    }
    BigDecimal exact = number.stripTrailingZeros();
    return (exact.scale() > 0 ? exact.round(SHOWN).stripTrailingZeros() : exact).toPlainString();
  }

  private static Shown shown(String format) {
    String lower = format.toLowerCase(Locale.ROOT);
    String fields = DECORATION.matcher(lower).replaceAll("").split(";", 2)[0];
    boolean day = fields.matches(".*[yd].*");
    boolean time = fields.matches(".*[hs].*");
    if (DURATION.matcher(lower).find() || fields.equals("general")) {
      return Shown.NUMBER;
    }
    if (day) {
      return time ? Shown.DAY_AND_TIME : Shown.DAY;
    }
    return time ? Shown.TIME : fields.contains("m") ? Shown.DAY : Shown.NUMBER;
  }
}
