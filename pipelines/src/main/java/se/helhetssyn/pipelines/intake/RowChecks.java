package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.datasets.contract.RowRule.EVERY_ROW;
import static se.helhetssyn.datasets.quality.Treatment.QUARANTINED;
import static se.helhetssyn.datasets.quality.Treatment.REJECTED;
import static se.helhetssyn.pipelines.intake.SqlText.matches;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

/** Why a row is set aside: its table's columns and row rules as conditions. */
final class RowChecks {
  private RowChecks() {}

  /**
   * Reasons to set a row aside.
   *
   * @param latestDay SQL: last day an event of the row can have happened
   */
  static List<Check> reasons(TableSchema schema, String latestDay) {
    List<Check> reasons = new ArrayList<>();
    schema.fields().forEach(field -> column(field, reasons));
    for (String event : schema.eventDates()) {
      String future = "CAST(%s AS DATE) > %s".formatted(quoted(event), latestDay);
      reasons.add(
          new Check("FUTURE:" + event, "DQ07", REJECTED, quoted(event) + " IS NOT NULL", future));
    }
    for (RowRule rule : schema.rules()) {
      reasons.add(
          new Check("RULE:" + rule.code(), rule.rule(), QUARANTINED, rule.applies(), breaks(rule)));
    }
    return reasons;
  }

  /** A condition that gives NULL counts as broken. */
  static String breaks(RowRule rule) {
    return "NOT coalesce(%s, FALSE)".formatted(rule.condition());
  }

  private static void column(FieldSchema field, List<Check> reasons) {
    String name = field.name();
    String column = quoted(name);
    String text = TypedColumns.text(field);
    if (field.type() != FieldType.STRING) {
      reasons.add(aside("TYPE:" + name, "CT01", text, TypedColumns.isMistyped(field)));
    }
    if (field.required()) {
      String free = field.coded() ? TypedColumns.isFree(field) : "FALSE";
      String missing =
          "%s IS NULL AND NOT (%s) AND NOT coalesce(%s, FALSE)"
              .formatted(column, TypedColumns.isMistyped(field), free);
      reasons.add(new Check("REQUIRED:" + name, "CT02", QUARANTINED, EVERY_ROW, missing));
      if (field.coded()) {
        reasons.add(aside("DQ29:" + name, "DQ29", text, free));
      }
    }
    if (!field.codes().isEmpty()) {
      String codes = field.codes().stream().map(SqlText::literal).collect(joining(", "));
      String other = "%s NOT IN (%s)".formatted(column, codes);
      reasons.add(aside("CODE:" + name, field.codeRule(), text, other));
    }
    String outside = outside(field);
    if (!outside.isEmpty()) {
      reasons.add(aside("RANGE:" + name, "CT04", text, outside));
    }
    if (field.pattern() != null) {
      String other = "NOT " + matches(column, field.pattern());
      reasons.add(aside("PATTERN:" + name, "CT05", text, other));
    }
  }

  private static Check aside(String code, String rule, String text, String fails) {
    return new Check(code, rule, QUARANTINED, text + " IS NOT NULL", fails);
  }

  private static String outside(FieldSchema field) {
    String below = field.minimum() == null ? "" : " < " + field.minimum().toPlainString();
    String above = field.maximum() == null ? "" : " > " + field.maximum().toPlainString();
    return Stream.of(below, above)
        .filter(limit -> !limit.isEmpty())
        .map(limit -> quoted(field.name()) + limit)
        .collect(joining(" OR "));
  }
}
