package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.TypedColumns.quoted;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * What a table's rows are screened for: reason code → condition under which a row fails. A check
 * that gives NULL counts as failed.
 */
final class RowChecks {
  private RowChecks() {}

  /**
   * Reasons to quarantine a row.
   *
   * @param latest last day an event can have happened
   */
  static Map<String, String> reasons(TableSchema schema, LocalDate latest) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (FieldSchema field : schema.fields()) {
      String column = quoted(field.name());
      reasons.put("TYPE:" + field.name(), TypedColumns.isMistyped(field));
      if (field.required()) {
        reasons.put(
            "REQUIRED:" + field.name(),
            "%s IS NULL AND NOT (%s)".formatted(column, TypedColumns.isMistyped(field)));
      }
      constraints(field, column, reasons);
    }
    for (String event : schema.eventDates()) {
      reasons.put(
          "FUTURE:" + event,
          failing("CAST(%s AS DATE) <= DATE '%s'".formatted(quoted(event), latest), event));
    }
    for (RowRule rule : schema.rules()) {
      reasons.put("RULE:" + rule.code(), failing(rule.condition(), null));
    }
    return reasons;
  }

  private static void constraints(FieldSchema field, String column, Map<String, String> reasons) {
    if (!field.codes().isEmpty()) {
      String codes =
          field.codes().stream().map(RowChecks::literal).collect(joining(", ", "(", ")"));
      String text = "CAST(%s AS STRING)".formatted(column);
      reasons.put("CODE:" + field.name(), failing(text + " IN " + codes, field.name()));
    }
    range(field, column, ">=", field.minimum(), reasons);
    range(field, column, "<=", field.maximum(), reasons);
    if (field.pattern() != null) {
      String whole = "%s RLIKE %s".formatted(column, literal("^(?:" + field.pattern() + ")\\z"));
      reasons.put("PATTERN:" + field.name(), failing(whole, field.name()));
    }
  }

  private static void range(
      FieldSchema field,
      String column,
      String operator,
      @Nullable BigDecimal limit,
      Map<String, String> reasons) {
    if (limit != null) {
      String within = "%s %s %s".formatted(column, operator, limit.toPlainString());
      String above = reasons.getOrDefault("RANGE:" + field.name(), "FALSE");
      String failing = "%s OR (%s)".formatted(above, failing(within, field.name()));
      reasons.put("RANGE:" + field.name(), failing);
    }
  }

  /** Marks that do not keep a row out. */
  static Map<String, String> flags(TableSchema schema) {
    Map<String, String> flags = new LinkedHashMap<>();
    schema.flags().forEach(rule -> flags.put(rule.code(), failing(rule.condition(), null)));
    return flags;
  }

  private static String failing(String condition, @Nullable String optional) {
    String failing = "NOT coalesce(%s, FALSE)".formatted(condition);
    return optional == null
        ? failing
        : "%s IS NOT NULL AND %s".formatted(quoted(optional), failing);
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
