package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.pipelines.intake.SqlText.literal;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Which rows of older files a full load of the same delivery and source replaces: those of its
 * subtree whose day lies in its period, or all if it holds every day. A row's day is its first
 * required date; a table without one, and a subtree of a table that names no unit, is merged key by
 * key like changes are.
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

  /** SQL condition on a row with its origin: a newer full load replaces it. */
  String isReplaced() {
    return replacedBy(terms.all(), field -> quoted(field.name()));
  }

  /** SQL condition on a row of an earlier run, as text: a full load of this run replaces it. */
  String isReplacedNow() {
    return replacedBy(terms.files(), TypedColumns::value);
  }

  private String replacedBy(List<FileTerms> files, Function<FieldSchema, String> value) {
    String replaced =
        files.stream()
            .filter(FileTerms::isFull)
            .filter(this::isAfterAnother)
            .filter(load -> files.stream().noneMatch(other -> outdoes(other, load)))
            .flatMap(newer -> replacedBy(newer, value).stream())
            .distinct()
            .collect(joining(" OR "));
    return replaced.isEmpty() ? "FALSE" : replaced;
  }

  private boolean isAfterAnother(FileTerms newer) {
    return terms.all().stream()
        .filter(older -> older.sourceSystem().equals(newer.sourceSystem()))
        .anyMatch(older -> newer.age() > older.age());
  }

  /** Whether a newer load replaces all that another does. */
  private static boolean outdoes(FileTerms newer, FileTerms other) {
    FileTerms.Load wide = newer.load();
    FileTerms.Load narrow = other.load();
    return wide != null
        && narrow != null
        && wide.full()
        && newer.age() > other.age()
        && newer.sourceSystem().equals(other.sourceSystem())
        && (wide.root() == null || wide.root().equals(narrow.root()))
        && (wide.from() == null || (narrow.from() != null && !wide.from().isAfter(narrow.from())))
        && (wide.to() == null || (narrow.to() != null && !wide.to().isBefore(narrow.to())));
  }

  private Optional<String> replacedBy(FileTerms newer, Function<FieldSchema, String> value) {
    FileTerms.Load load = newer.load();
    return load == null
        ? Optional.empty()
        : covers(load, value)
            .map(covered ->
                "(%s < %dL AND %s AND %s)"
                    .formatted(Origins.AGE, newer.age(), fromSource(newer), covered));
  }

  /** SQL condition: the row comes from the same source as a file. */
  private String fromSource(FileTerms file) {
    boolean one = terms.all().stream().map(FileTerms::sourceSystem).distinct().count() == 1;
    return one ? "TRUE" : "%s = %s".formatted(Origins.SOURCE, literal(file.sourceSystem()));
  }

  private Optional<String> covers(FileTerms.Load load, Function<FieldSchema, String> value) {
    Optional<String> within = within(load.from(), load.to(), value);
    String root = load.root();
    if (root == null || within.isEmpty()) {
      return within;
    }
    return isPlaced()
        ? within.map(days -> "(%s AND org_unit_id IN (%s))".formatted(days, below(root)))
        : Optional.empty();
  }

  private Optional<String> within(
      @Nullable LocalDate from, @Nullable LocalDate to, Function<FieldSchema, String> value) {
    if (from == null || to == null) {
      return Optional.of("TRUE");
    }
    return day(schema)
        .map(day ->
            "coalesce(CAST(%s AS DATE) BETWEEN %s AND %s, FALSE)"
                .formatted(value.apply(day), IntakeTerms.day(from), IntakeTerms.day(to)));
  }

  /** The day of a table's rows that loads are delimited by. */
  static Optional<FieldSchema> day(TableSchema schema) {
    return schema.fields().stream()
        .filter(FieldSchema::required)
        .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.TIMESTAMP)
        .findFirst();
  }

  private boolean isPlaced() {
    return schema.columns().contains("org_unit_id") && known.units().isPresent();
  }

  private String below(String root) {
    List<String> nodes = known.subtree(root).stream().map(SqlText::literal).toList();
    return String.join(", ", nodes);
  }
}
