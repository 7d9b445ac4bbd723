package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Which rows of earlier runs are judged again with those of this one: every version of the keys
 * that this run names, and of those whose rows stand otherwise now because of what it told of other
 * tables. Where rows of several keys bear on each other it is all rows of the table.
 */
final class Neighbourhood {
  private static final String PERSON_KEY = "person_key";
  private static final String UNIT = "org_unit_id";
  private static final String OTHER = "_other_";

  private final TableSchema schema;
  private final IntakeTerms terms;
  private final KnownRows known;
  private final Standing standing;

  Neighbourhood(TableSchema schema, IntakeTerms terms, KnownRows known, Standing standing) {
    this.schema = schema;
    this.terms = terms;
    this.known = known;
    this.standing = standing;
  }

  /** Whether one row of the table can change what becomes of one with another key. */
  static boolean isWhole(TableSchema schema) {
    return schema.name().equals(Stays.TABLE) || schema.primaryKey().contains(PERSON_KEY);
  }

  /**
   * The rows of earlier runs to judge again; empty if there are none.
   *
   * @param fresh this run's rows, as text; null if there are none
   * @param earlier gives the rows of earlier runs, as text; not asked if none can be wanted
   * @param personsChanged whether what is told of persons changed in this run
   */
  Optional<Dataset<Row>> of(
      @Nullable Dataset<Row> fresh, Supplier<Dataset<Row>> earlier, boolean personsChanged) {
    List<Column> affected = affected(fresh != null);
    boolean ends = personsChanged && schema.name().equals(Stays.TABLE);
    if (fresh == null && affected.isEmpty() && !ends) {
      return Optional.empty();
    }
    Dataset<Row> received = earlier.get();
    if (isWhole(schema)) {
      boolean any =
          fresh != null
              || ends
              || affected.stream().anyMatch(condition -> isAny(received, condition));
      return any ? Optional.of(received) : Optional.empty();
    }
    Optional<Dataset<Row>> keys =
        Stream.concat(
                Stream.ofNullable(fresh).map(rows -> rows.select(key())),
                affected.stream().map(c -> received.filter(c).select(key())))
            .reduce(Dataset::union);
    return keys.map(wanted -> among(received, wanted));
  }

  private static boolean isAny(Dataset<Row> rows, Column condition) {
    return !rows.filter(condition).isEmpty();
  }

  private Dataset<Row> among(Dataset<Row> received, Dataset<Row> keys) {
    Column alike =
        schema.primaryKey().stream()
            .map(k -> expr(value(k)).equalTo(col(OTHER + k)))
            .reduce(Column::and)
            .orElseThrow();
    return received.join(keys.distinct(), alike, "left_semi");
  }

  private Column[] key() {
    return schema.primaryKey().stream()
        .map(k -> expr(value(k)).as(OTHER + k))
        .toArray(Column[]::new);
  }

  private String value(String column) {
    return TypedColumns.value(schema.field(column));
  }

  /** Conditions on rows of earlier runs: they may stand otherwise now. */
  private List<Column> affected(boolean came) {
    List<String> conditions = new ArrayList<>();
    if (schema.columns().contains(UNIT) && !schema.name().equals(KnownRows.ORGANISATION)) {
      if (known.isOrganisationNew()) {
        conditions.add("TRUE");
      }
      in(UNIT, known.movedUnits()).ifPresent(conditions::add);
    }
    if (schema.columns().contains(PERSON_KEY)) {
      in(PERSON_KEY, standing.succeeded()).ifPresent(conditions::add);
    }
    for (ForeignKey key : schema.foreignKeys()) {
      if (key.fields().size() == 1 && !key.table().equals(schema.name())) {
        in(key.fields().getFirst(), everyKey(key.table(), known.goneFrom(key.table())))
            .ifPresent(conditions::add);
      }
    }
    if (came) {
      conditions.add(new Replacement(schema, terms, known).isReplacedNow());
    }
    return conditions.stream().filter(c -> !c.equals("FALSE")).map(c -> expr(c)).toList();
  }

  /** With those of persons the keys that stand for them in rows that came before. */
  private Set<String> everyKey(String table, Set<String> keys) {
    if (keys.isEmpty() || !table.equals(KnownRows.PERSONS)) {
      return keys;
    }
    Set<String> every = new TreeSet<>(keys);
    terms
        .successions()
        .forEach((old, last) -> {
          if (keys.contains(last)) {
            every.add(old);
          }
        });
    return every;
  }

  private static Optional<String> in(String column, Set<String> keys) {
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s IN (%s)"
                .formatted(
                    quoted(column), keys.stream().map(SqlText::literal).collect(joining(", "))));
  }
}
