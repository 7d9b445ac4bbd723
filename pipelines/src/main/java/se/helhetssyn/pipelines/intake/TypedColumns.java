package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.SqlText.literal;
import static se.helhetssyn.pipelines.intake.SqlText.matches;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * A table's declared types as Spark SQL: how a text becomes a value, which texts are put right on
 * the way, and which are no value.
 */
final class TypedColumns {
  private static final String TEXT = "_text_";
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})";

  /** A day as spreadsheets count: days since the day before the last of 1899. */
  private static final String SERIAL = "[0-9]{5}";

  /** Ordinary, non-breaking and narrow non-breaking blank. */
  private static final String BLANKS = " \u00A0\u202F";

  private static final String SWEDISH_DECIMAL =
      "-?([0-9]{1,14}|[0-9]{1,3}([%s][0-9]{3}){1,4})([.,][0-9]{1,4})?".formatted(BLANKS);

  private TypedColumns() {}

  /** Select list: every column as its type, beside its text under another name. */
  static List<String> conversions(TableSchema schema) {
    List<String> select = new ArrayList<>();
    for (FieldSchema field : schema.fields()) {
      select.add("%s AS %s".formatted(value(field, quoted(field.name())), quoted(field.name())));
      select.add("nullif(%s, '') AS %s".formatted(quoted(field.name()), text(field)));
    }
    return select;
  }

  /** SQL: the value of a column that is still text. */
  static String value(FieldSchema field) {
    return value(field, quoted(field.name()));
  }

  /** The column that holds what the file says. */
  static String text(FieldSchema field) {
    return quoted(TEXT + field.name());
  }

  private static String value(FieldSchema field, String text) {
    return switch (field.type()) {
      case STRING -> code(field, text);
      case INTEGER, BOOLEAN -> cast(field, text, form(field.type()));
      case DECIMAL ->
          cast(field, "translate(%s, ',%s', '.')".formatted(text, BLANKS), text, SWEDISH_DECIMAL);
      case DATE, TIMESTAMP -> time(field, text);
    };
  }

  private static String cast(FieldSchema field, String text, String form) {
    return cast(field, text, text, form);
  }

  private static String cast(FieldSchema field, String read, String text, String form) {
    return "CASE WHEN %s THEN try_cast(%s AS %s) END"
        .formatted(matches(text, form), read, TrustedTables.sqlType(field.type()));
  }

  private static String code(FieldSchema field, String text) {
    String name = text;
    if (!field.aliases().isEmpty()) {
      String aliases =
          field.aliases().entrySet().stream()
              .map(a -> "WHEN %s THEN %s".formatted(literal(a.getKey()), literal(a.getValue())))
              .collect(joining(" "));
      name = "CASE %s %s ELSE %s END".formatted(text, aliases, text);
    }
    String present = "nullif(%s, '')".formatted(name);
    return field.coded()
        ? "CASE WHEN NOT coalesce(%s, FALSE) THEN %s END".formatted(isFree(field, text), present)
        : present;
  }

  private static String time(FieldSchema field, String text) {
    String type = TrustedTables.sqlType(field.type());
    return """
    CASE WHEN %s THEN NULL WHEN %s THEN try_cast(%s AS %s)
      WHEN %s THEN CAST(date_add(DATE '1899-12-30', CAST(%s AS INT)) AS %s) END\
    """
        .formatted(
            isSentinel(text),
            matches(text, form(field.type())),
            field.type() == FieldType.TIMESTAMP ? withSeconds(text) : text,
            type,
            matches(text, SERIAL),
            text,
            type);
  }

  /** Spark reads a time with a zone only if it has seconds. */
  private static String withSeconds(String column) {
    return "regexp_replace(%s, '([T ][0-9]{2}:[0-9]{2})(?=[Z+-])', '$1:00')".formatted(column);
  }

  /** The only text a value of the type may have; what follows may still be no such day. */
  private static String form(FieldType type) {
    return switch (type) {
      case STRING -> ".*";
      case INTEGER -> "-?[0-9]{1,18}";
      case DECIMAL -> "-?[0-9]{1,14}([.][0-9]{1,4})?";
      case DATE -> DAY;
      case TIMESTAMP -> DAY + "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?" + ZONE + "?)?";
      case BOOLEAN -> "true|false";
    };
  }

  /** Condition: there is a text that is no value of the declared type. */
  static String isMistyped(FieldSchema field) {
    String unread = "%s IS NULL AND %s IS NOT NULL".formatted(quoted(field.name()), text(field));
    return switch (field.type()) {
      case STRING -> "FALSE";
      case INTEGER, DECIMAL, BOOLEAN -> unread;
      case DATE, TIMESTAMP -> unread + " AND NOT " + isSentinel(text(field));
    };
  }

  /** Condition: a day that stands for no day, at any time of it. */
  static String isSentinel(String text) {
    return "(substring(%1$s, 1, 10) IN ('1900-01-01', '9999-12-31') AND substring(%1$s, 11, 1) IN ('', 'T', ' '))"
        .formatted(text);
  }

  /** Condition: the text is the number that a spreadsheet keeps a day as. */
  static String isSerial(FieldSchema field) {
    return matches(text(field), SERIAL);
  }

  /** Condition: a number was read that is not written the way files should write it. */
  static String isSwedishDecimal(FieldSchema field) {
    return "%s IS NOT NULL AND NOT %s"
        .formatted(quoted(field.name()), matches(text(field), form(FieldType.DECIMAL)));
  }

  /** Condition: a local time that the clock showed twice; the earlier of the two is meant. */
  static String isDoubleHour(FieldSchema field) {
    return "hour(%1$s + INTERVAL '1' HOUR) = hour(%1$s) AND NOT %2$s RLIKE '%3$s$'"
        .formatted(quoted(field.name()), text(field), ZONE);
  }

  /** Condition: a local time that the clock jumped over; as long after the jump is meant. */
  static String isMissingHour(FieldSchema field) {
    return "hour(%s) <> try_cast(substring(%s, 12, 2) AS INT) AND NOT %s RLIKE '%s$'"
        .formatted(quoted(field.name()), text(field), text(field), ZONE);
  }

  /** Condition: another name of a code. */
  static String isAlias(FieldSchema field) {
    return "%s IN (%s)"
        .formatted(
            text(field),
            field.aliases().keySet().stream().map(SqlText::literal).collect(joining(", ")));
  }

  /** Condition: a text in a column of codes that has not the form of any. */
  static String isFree(FieldSchema field) {
    return isFree(field, text(field));
  }

  /** Condition: the text in a column of codes has not the form of any. */
  static String isFree(FieldSchema field, String text) {
    String known =
        Stream.concat(field.codes().stream(), field.aliases().keySet().stream())
            .map(SqlText::literal)
            .collect(joining(", "));
    String own = field.pattern() == null ? "" : " AND NOT " + matches(text, field.pattern());
    String listed = known.isEmpty() ? "" : " AND %s NOT IN (%s)".formatted(text, known);
    return "%s <> ''%s AND NOT %s%s"
        .formatted(text, listed, matches(text, "[A-Z0-9][A-Z0-9_.+<-]*"), own);
  }
}
