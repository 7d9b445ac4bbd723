package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Which rows of older files a full load of the same delivery replaces: those of its subtree whose
 * day lies in its period. A row's day is its first required date; a table without one, and a
 * subtree of a table that names no unit, is merged key by key like changes are.
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

  /** SQL condition: the row is replaced by a newer full load. */
  String isReplaced() {
    Optional<String> day =
        schema.fields().stream()
            .filter(FieldSchema::required)
            .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.TIMESTAMP)
            .map(FieldSchema::name)
            .findFirst();
    return day.map(column -> terms.perFile(older -> replaced(older, column), "FALSE"))
        .orElse("FALSE");
  }

  private @Nullable String replaced(FileTerms older, String day) {
    String newer =
        terms.files().stream()
            .filter(f -> f.table().equals(schema.name()) && f.table().equals(older.table()))
            .filter(f -> isAfter(f.extractedAt(), older.extractedAt()))
            .map(FileTerms::load)
            .flatMap(load -> covers(load, day).stream())
            .collect(joining(" OR "));
    return newer.isEmpty() ? null : newer;
  }

  private static boolean isAfter(@Nullable Instant time, @Nullable Instant other) {
    return time != null && (other == null || time.isAfter(other));
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
