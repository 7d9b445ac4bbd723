package se.helhetssyn.pipelines.mapping;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** One written form of days or points in time, and how a text of that form reads in ISO 8601. */
final class DateForm {
  /** A spreadsheet's number of a day: days since the last day but one of 1899. */
  static final String SERIAL = "excel";

  private static final LocalDate SERIALS_BEGIN = LocalDate.of(1899, 12, 30);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final String pattern;
  private final DateTimeFormatter formatter;

  private DateForm(String pattern) {
    this.pattern = pattern;
    this.formatter =
        pattern.equals(SERIAL)
            ? DateTimeFormatter.ISO_LOCAL_DATE
            : DateTimeFormatter.ofPattern(yearsOfNoEra(pattern), Locale.forLanguageTag("sv"))
                .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The form of a pattern; empty for what is none. */
  static Optional<DateForm> of(String pattern) {
    boolean whole =
        pattern.equals(SERIAL)
            || (pattern.replaceAll("'[^']*'", "").matches("[yuMdHhmsSa\\W]+")
                && pattern.matches("(?s).*[yu].*")
                && pattern.contains("M")
                && pattern.contains("d"));
    try {
      return whole ? Optional.of(new DateForm(pattern)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Strict reading knows no {@code y} without an era. */
  private static String yearsOfNoEra(String pattern) {
    return pattern.replace('y', 'u');
  }

  /** The day, or the point in time if the form has one, in ISO 8601; empty for another form. */
  Optional<String> iso(String text) {
    return pattern.equals(SERIAL) ? serial(text) : parsed(text.strip());
  }

  /** Whether texts of this form tell the time of the day too. */
  boolean tellsTime() {
    return pattern.contains("H") || pattern.contains("h");
  }

  /** Most texts of another form are told by their signs alone, which costs no exception. */
  private Optional<String> parsed(String text) {
    ParsePosition end = new ParsePosition(0);
    if (formatter.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor found = formatter.parse(text);
      LocalDate day = found.query(TemporalQueries.localDate());
      LocalTime time = found.query(TemporalQueries.localTime());
      if (day == null) {
        return Optional.empty();
      }
      return Optional.of(time == null ? day.toString() : TIME.format(LocalDateTime.of(day, time)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> serial(String text) {
    return text.matches("[1-9][0-9]{3,4}([.,]0+)?")
        ? Optional.of(
            SERIALS_BEGIN.plusDays(Integer.parseInt(text.split("[.,]", -1)[0])).toString())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
