package se.helhetssyn.pipelines.intake;

import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** A table's declared types as Spark SQL: how a text becomes a value, and when it does not. */
final class TypedColumns {
  private static final String TEXT = "_text_";

  private TypedColumns() {}

  /** Select list: every column as its type, beside its text under another name. */
  static List<String> conversions(TableSchema schema) {
    List<String> select = new ArrayList<>();
    for (FieldSchema field : schema.fields()) {
      select.add("%s AS %s".formatted(value(field), quoted(field.name())));
      select.add("%s AS %s".formatted(quoted(field.name()), quoted(TEXT + field.name())));
    }
    return select;
  }

  private static String value(FieldSchema field) {
    String column = quoted(field.name());
    if (field.type() == FieldType.STRING) {
      return "nullif(%s, '')".formatted(column);
    }
    return "CASE WHEN %s RLIKE '^%s\\\\z' THEN try_cast(%s AS %s) END"
        .formatted(
            column,
            form(field.type()),
            field.type() == FieldType.TIMESTAMP ? withSeconds(column) : column,
            TrustedTables.sqlType(field.type()));
  }

  /** Spark reads a time with a zone only if it has seconds. */
  private static String withSeconds(String column) {
    return "regexp_replace(%s, '([T ][0-9]{2}:[0-9]{2})(?=[Z+-])', '$1:00')".formatted(column);
  }

  /** The only text a value of the type may have; what follows may still be no such day. */
  private static String form(FieldType type) {
    String day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    return switch (type) {
      case STRING -> ".*";
      case INTEGER -> "-?[0-9]{1,18}";
      case DECIMAL -> "-?[0-9]{1,14}([.][0-9]{1,4})?";
      case DATE -> day;
      case TIMESTAMP ->
          day + "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?";
      case BOOLEAN -> "(true|false)";
    };
  }

  /** Condition: there is a text that is no value of the declared type. */
  static String isMistyped(FieldSchema field) {
    return "%s IS NULL AND nullif(%s, '') IS NOT NULL"
        .formatted(quoted(field.name()), quoted(TEXT + field.name()));
  }

  static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }
}
