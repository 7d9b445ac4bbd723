package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.datasets.contract.RowRule.EVERY_ROW;
import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.QUARANTINED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * Everything that the rows of one table are held against.
 *
 * @param reasons what sets a row aside
 * @param marks what is told of a row that may be kept
 * @param later what only the rows of a key, or of a person, show together
 */
record TableChecks(List<Check> reasons, List<Check> marks, List<Check> later) {
  static final String UNREADABLE = "COLUMNS_MISALIGNED";
  static final String REPEATED_KEY = "KEY_REPEATED";
  static final String UNKNOWN_UNIT = "UNIT_UNKNOWN";
  static final String MISSING_UNIT = "DQ18";
  static final String COPY = "COPY";
  static final String KEPT_OF_COPIES = "DQ01";
  static final String NEWEST = "DQ02";
  static final String MERGED_DELIVERIES = "DQ03";
  static final String CUT_STAY = "DQ13";
  static final String ENDED_STAY = "DQ14";

  /** Rules that a bit of {@link #heldBits} can stand for. */
  private static final int BITS = 63;

  static TableChecks of(TableSchema schema, IntakeTerms terms, KnownRows known) {
    List<Check> marks = new ArrayList<>(RowMarks.of(schema));
    if (schema.columns().contains("org_unit_id") && known.units().isPresent()) {
      marks.add(mark(UNKNOWN_UNIT, "DQ16", "org_unit_id IS NOT NULL", Screening.UNIT + " IS NULL"));
      marks.add(mark(MISSING_UNIT, "DQ18", EVERY_ROW, "org_unit_id IS NULL"));
    }
    if (schema.columns().contains("person_key") && !terms.successions().isEmpty()) {
      String keyed = "person_key IS NOT NULL";
      marks.add(new Check("DQ30", "DQ30", REPAIRED, keyed, Screening.SUCCEEDED));
    }
    List<Check> later = new ArrayList<>();
    later.add(later(UNREADABLE, "DQ20", QUARANTINED));
    later.add(later(REPEATED_KEY, "CT08", QUARANTINED));
    later.add(later(COPY, "DQ01", REPAIRED));
    later.add(later(NEWEST, "DQ02", FLAGGED));
    if (terms.all().stream().anyMatch(f -> f.table().equals(schema.name()) && f.load() != null)) {
      later.add(later(MERGED_DELIVERIES, "DQ03", REPAIRED));
    }
    if (Stays.TABLE.equals(schema.name())) {
      later.add(later(CUT_STAY, "DQ13", REPAIRED));
      marks.add(new Check(ENDED_STAY, "DQ14", REPAIRED, Stays.DIED + " IS NOT NULL", Stays.ENDED));
    }
    return new TableChecks(
        List.copyOf(RowChecks.reasons(schema, Origins.LATEST)),
        List.copyOf(marks),
        List.copyOf(later));
  }

  private static Check mark(String code, String rule, String applies, String fails) {
    return new Check(code, rule, FLAGGED, applies, fails);
  }

  private static Check later(String code, String rule, Treatment treatment) {
    return new Check(code, rule, treatment, EVERY_ROW, "FALSE");
  }

  private Stream<Check> all() {
    return Stream.of(reasons, marks, later).flatMap(List::stream);
  }

  /** The check of a code. */
  Optional<Check> find(String code) {
    return all().filter(check -> check.code().equals(code)).findFirst();
  }

  /** Ids of the rules, in the order of their bits. */
  List<String> rules() {
    return all().map(Check::rule).distinct().toList();
  }

  /** SQL: a number whose bits tell which of {@link #rules} the row is held against. */
  String heldBits() {
    Map<String, List<String>> applies = new LinkedHashMap<>();
    all()
        .forEach(check ->
            applies.computeIfAbsent(check.rule(), r -> new ArrayList<>()).add(check.applies()));
    if (applies.size() > BITS) {
      throw new IllegalStateException(applies.size() + " rules of one table");
    }
    List<String> bits = new ArrayList<>();
    for (List<String> conditions : applies.values()) {
      String any = conditions.stream().distinct().collect(joining(") OR (", "(", ")"));
      bits.add("CASE WHEN %s THEN %dL ELSE 0L END".formatted(any, 1L << bits.size()));
    }
    return String.join(" + ", bits);
  }

  /** SQL: the codes of the checks that the row fails. */
  static String failed(List<Check> checks) {
    String codes =
        checks.stream()
            .map(c -> "CASE WHEN %s THEN '%s' END".formatted(c.fails(), c.code()))
            .collect(joining(", "));
    return "array_compact(CAST(array(%s) AS ARRAY<STRING>))".formatted(codes);
  }
}
