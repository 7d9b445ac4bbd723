package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.datasets.quality.Treatment.DROPPED;
import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REJECTED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.quality.Treatment;

/** What is told of a row without setting it aside: values put right or left out, broken flags. */
final class RowMarks {
  /** A local time that the clock jumped over in spring. */
  static final String MISSING_HOUR = "HOUR_MISSING";

  private static final Set<FieldType> DAYS = EnumSet.of(FieldType.DATE, FieldType.TIMESTAMP);

  private final TableSchema schema;
  private final List<Check> marks = new ArrayList<>();

  private RowMarks(TableSchema schema) {
    this.schema = schema;
  }

  /** Marks of a row that follow from the row alone. */
  static List<Check> of(TableSchema schema) {
    RowMarks marks = new RowMarks(schema);
    marks.values();
    schema.flags().forEach(marks::flag);
    marks.persons();
    return marks.marks;
  }

  private void values() {
    Predicate<FieldSchema> days = f -> DAYS.contains(f.type());
    Predicate<FieldSchema> times = f -> f.type() == FieldType.TIMESTAMP;
    add("DQ08", "DQ08", REPAIRED, days, f -> TypedColumns.isSentinel(TypedColumns.text(f)));
    add(
        "DQ21",
        "DQ21",
        REPAIRED,
        f -> f.type() == FieldType.DECIMAL,
        TypedColumns::isSwedishDecimal);
    add("DQ24", "DQ24", REPAIRED, f -> !f.aliases().isEmpty(), TypedColumns::isAlias);
    add("DQ29", "DQ29", REJECTED, f -> f.coded() && !f.required(), TypedColumns::isFree);
    add("DQ32", "DQ32", REPAIRED, times, TypedColumns::isDoubleHour);
    add(MISSING_HOUR, "DQ32", REPAIRED, times, TypedColumns::isMissingHour);
    add("DQ33", "DQ33", REPAIRED, days, TypedColumns::isSerial);
  }

  private void add(
      String code,
      String rule,
      Treatment treatment,
      Predicate<FieldSchema> about,
      Function<FieldSchema, String> condition) {
    List<FieldSchema> fields = schema.fields().stream().filter(about).toList();
    if (!fields.isEmpty()) {
      String texts = fields.stream().map(TypedColumns::text).collect(joining(", ", "(", ")"));
      String any =
          fields.stream()
              .map(f -> "coalesce(%s, FALSE)".formatted(condition.apply(f)))
              .collect(joining(" OR "));
      String applies = "coalesce%s IS NOT NULL".formatted(texts);
      marks.add(new Check(code, rule, treatment, applies, any));
    }
  }

  private void flag(RowRule flag) {
    marks.add(new Check(flag.code(), flag.rule(), FLAGGED, flag.applies(), RowChecks.breaks(flag)));
  }

  private void persons() {
    if (schema.columns().contains("protected_identity")) {
      String every = RowRule.EVERY_ROW;
      marks.add(
          new Check(
              "DQ31",
              "DQ31",
              DROPPED,
              every,
              "protected_identity = 'YES' OR " + Screening.BLOCKED));
      marks.add(new Check("TEST_PERSON", "TEST_PERSON", DROPPED, every, "test_person = 'YES'"));
    }
  }
}
