package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/** Brings a trusted table from what counted before to what counts now, key by key. */
final class TrustedChange {
  private static final String KIND = "_kind";
  private static final String GONE = "_gone";
  private static final String UNIT = "_unit_now";
  private static final String MONTH = "_month_now";
  private static final String UNIT_BEFORE = "_unit_before";
  private static final String MONTH_BEFORE = "_month_before";
  private static final String OLD = "old_";
  private static final String LOADED = "loaded_at";

  private enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    /** Alike, but told by another file or marked otherwise. */
    RETOLD
  }

  private final TableSchema schema;
  private final TrustedTables trusted;

  TrustedChange(TableSchema schema, TrustedTables trusted) {
    this.schema = schema;
    this.trusted = trusted;
  }

  /**
   * What came of it.
   *
   * @param version the table's version now; the one before if nothing differs
   * @param changes how many rows were added, changed and removed, by unit and month
   */
  record Outcome(long version, List<RowChange> changes) {}

  /**
   * Writes the differences.
   *
   * @param version the table's version before
   * @param before its rows with the keys that were judged
   * @param now what counts of those keys now
   */
  Outcome write(long version, Dataset<Row> before, Dataset<Row> now) {
    Dataset<Row> differences =
        differences(before, now).localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    List<RowChange> changes = counted(differences, kinds);
    long rows = kinds.values().stream().mapToLong(n -> n).sum();
    if (rows == 0) {
      return new Outcome(version, List.of());
    }
    Dataset<Row> written = differences.drop(KIND, UNIT, MONTH, UNIT_BEFORE, MONTH_BEFORE);
    TrustedTables.Written done =
        kinds.keySet().equals(Set.of(Kind.ADDED))
            ? trusted.append(schema.name(), written.drop(GONE), rows)
            : trusted.merge(schema.name(), written, schema.primaryKey(), GONE);
    if (done.rows() != rows) {
      throw unequal(schema.name(), rows, done.rows());
    }
    return new Outcome(done.version(), changes);
  }

  static Refusal unequal(String table, long wanted, long written) {
    return Refusal.gate(
        "Tabellen %s går inte ihop: %d rader skulle skrivas, men %d skrevs; inget är publicerat."
            .formatted(table, wanted, written));
  }

  /** The changes that rows are which were not there at all before. */
  List<RowChange> added(Dataset<Row> rows) {
    Column[] columns =
        Stream.of(
                lit(Kind.ADDED.name()).as(KIND),
                expr(unit("")).as(UNIT),
                expr(month("")).as(MONTH),
                lit(null).cast("string").as(UNIT_BEFORE),
                lit(null).cast("date").as(MONTH_BEFORE))
            .toArray(Column[]::new);
    return counted(rows.select(columns), new EnumMap<>(Kind.class));
  }

  /** The rows as they are now, and of those that are gone the keys with their unit and day. */
  private Dataset<Row> differences(Dataset<Row> before, Dataset<Row> now) {
    List<String> columns = Arrays.asList(now.columns());
    Dataset<Row> old = before;
    for (String column : before.columns()) {
      old = old.withColumnRenamed(column, OLD + column);
    }
    Column alike =
        schema.primaryKey().stream()
            .map(k -> col(quoted(k)).equalTo(col(quoted(OLD + k))))
            .reduce(Column::and)
            .orElseThrow();
    String first = schema.primaryKey().getFirst();
    String kind =
        "CASE WHEN %s IS NULL THEN 'ADDED' WHEN %s IS NULL THEN 'REMOVED' WHEN NOT (%s) THEN 'CHANGED' WHEN NOT (%s) THEN 'RETOLD' END"
            .formatted(
                quoted(OLD + first),
                quoted(first),
                same(schema.columns()),
                same(columns.stream().filter(c -> !c.equals(LOADED)).toList()));
    List<Column> select = new ArrayList<>();
    for (String column : columns) {
      select.add(
          expr("CASE WHEN %s IS NULL THEN %s ELSE %s END"
                  .formatted(quoted(first), quoted(OLD + column), quoted(column)))
              .as(column));
    }
    select.add(expr(kind).as(KIND));
    select.add(expr(quoted(first) + " IS NULL").as(GONE));
    select.add(expr(unit("")).as(UNIT));
    select.add(expr(month("")).as(MONTH));
    select.add(expr(unit(OLD)).as(UNIT_BEFORE));
    select.add(expr(month(OLD)).as(MONTH_BEFORE));
    return now.join(old, alike, "full_outer")
        .select(select.toArray(Column[]::new))
        .filter(col(KIND).isNotNull());
  }

  private static String same(List<String> columns) {
    return columns.stream()
        .map(c -> "%s <=> %s".formatted(quoted(c), quoted(OLD + c)))
        .collect(joining(" AND "));
  }

  private record Place(String unit, @Nullable LocalDate month) {
    static Place of(Row row, String unit, String month) {
      Date day = row.getAs(month);
      return new Place(row.getAs(unit), day == null ? null : day.toLocalDate());
    }
  }

  /** A row that came to another unit or month is gone from the one and new in the other. */
  private List<RowChange> counted(Dataset<Row> differences, Map<Kind, Long> kinds) {
    Map<Place, Map<Kind, Long>> places = new HashMap<>();
    for (Row row :
        differences.groupBy(UNIT, MONTH, UNIT_BEFORE, MONTH_BEFORE, KIND).count().collectAsList()) {
      Kind kind = Kind.valueOf(row.getAs(KIND));
      long rows = row.<Long>getAs("count");
      kinds.merge(kind, rows, Long::sum);
      Place now = Place.of(row, UNIT, MONTH);
      Place before = Place.of(row, UNIT_BEFORE, MONTH_BEFORE);
      switch (kind) {
        case ADDED -> add(places, now, Kind.ADDED, rows);
        case REMOVED -> add(places, before, Kind.REMOVED, rows);
        case CHANGED -> {
          boolean moved = !now.equals(before);
          add(places, before, moved ? Kind.REMOVED : Kind.CHANGED, rows);
          if (moved) {
            add(places, now, Kind.ADDED, rows);
          }
        }
        case RETOLD -> {}
      }
    }
    return places.entrySet().stream()
        .map(each -> change(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(RowChange::unit).thenComparing(c -> String.valueOf(c.month())))
        .toList();
  }

  private static void add(Map<Place, Map<Kind, Long>> places, Place place, Kind kind, long rows) {
    places.computeIfAbsent(place, p -> new EnumMap<>(Kind.class)).merge(kind, rows, Long::sum);
  }

  private RowChange change(Place place, Map<Kind, Long> rows) {
    return new RowChange(
        schema.name(),
        place.unit(),
        place.month(),
        rows.getOrDefault(Kind.ADDED, 0L),
        rows.getOrDefault(Kind.CHANGED, 0L),
        rows.getOrDefault(Kind.REMOVED, 0L));
  }

  private String unit(String side) {
    return schema.columns().contains("org_unit_id")
        ? "coalesce(%s, '')".formatted(quoted(side + "org_unit_id"))
        : "''";
  }

  /** The month of the first of the row's days that is known. */
  private String month(String side) {
    Stream<String> days =
        Stream.concat(
            schema.eventDates().stream(), Replacement.day(schema).map(FieldSchema::name).stream());
    String known =
        days.map(day -> "CAST(%s AS DATE)".formatted(quoted(side + day))).collect(joining(", "));
    return known.isEmpty()
        ? "CAST(NULL AS DATE)"
        : "CAST(trunc(coalesce(%s), 'MONTH') AS DATE)".formatted(known);
  }
}
