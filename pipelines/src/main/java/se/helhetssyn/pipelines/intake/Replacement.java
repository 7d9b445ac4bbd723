package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.SqlText.literal;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Which rows of older files a full load of the same delivery and source replaces: those of its
 * subtree whose day lies in its period. A row's day is its first required date; a table without
 * one, and a subtree of a table that names no unit, is merged key by key like changes are.
 */
final class Replacement {
  private final TableSchema schema;
  private final IntakeTerms terms;
  private final KnownRows known;

  Replacement(TableSchema schema, IntakeTerms terms, KnownRows known) {
    this.schema = schema;
    this.terms = terms;
    this.known = known;
  }

  /** SQL condition on a row with its {@link Screening#AGE}: a newer full load replaces it. */
  String isReplaced() {
    Optional<String> day =
        schema.fields().stream()
            .filter(FieldSchema::required)
            .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.TIMESTAMP)
            .map(FieldSchema::name)
            .findFirst();
    if (day.isEmpty()) {
      return "FALSE";
    }
    String replaced =
        terms.files().stream()
            .filter(this::isAfterAnother)
            .flatMap(newer -> replacedBy(newer, day.get()).stream())
            .collect(joining(" OR "));
    return replaced.isEmpty() ? "FALSE" : replaced;
  }

  private boolean isAfterAnother(FileTerms newer) {
    return terms.files().stream()
        .filter(older -> older.sourceSystem().equals(newer.sourceSystem()))
        .anyMatch(older -> isAfter(newer.extractedAt(), older.extractedAt()));
  }

  private static boolean isAfter(@Nullable Instant time, @Nullable Instant other) {
    return time != null && (other == null || time.isAfter(other));
  }

  private Optional<String> replacedBy(FileTerms newer, String day) {
    Instant extracted = newer.extractedAt();
    return extracted == null
        ? Optional.empty()
        : covers(newer.load(), day)
            .map(covered ->
                "(%s < %dL AND %s AND %s)"
                    .formatted(
                        Screening.AGE, extracted.toEpochMilli(), fromSource(newer), covered));
  }

  /** SQL condition: the row comes from the same source as a file. */
  private String fromSource(FileTerms file) {
    boolean one = terms.files().stream().map(FileTerms::sourceSystem).distinct().count() == 1;
    return one ? "TRUE" : "%s = %s".formatted(Screening.SOURCE, literal(file.sourceSystem()));
  }

  private Optional<String> covers(FileTerms.@Nullable Load load, String day) {
    if (load == null || !load.full()) {
      return Optional.empty();
    }
    String within =
        "coalesce(CAST(%s AS DATE) BETWEEN %s AND %s, FALSE)"
            .formatted(quoted(day), IntakeTerms.day(load.from()), IntakeTerms.day(load.to()));
    String root = load.root();
    if (root == null) {
      return Optional.of(within);
    }
    return isPlaced()
        ? Optional.of("(%s AND org_unit_id IN (%s))".formatted(within, below(root)))
        : Optional.empty();
  }

  private boolean isPlaced() {
    return schema.columns().contains("org_unit_id") && known.units().isPresent();
  }

  private String below(String root) {
    List<String> nodes = known.subtree(root).stream().map(SqlText::literal).toList();
    return String.join(", ", nodes);
  }
}
