package se.helhetssyn.pipelines.intake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static se.helhetssyn.pipelines.intake.SqlText.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.spark.Location;
import se.helhetssyn.pipelines.trusted.ReceivedTables;
import se.helhetssyn.pipelines.trusted.TrustedTables;

/**
 * Takes one table in: this run's rows and those of earlier runs that they bear on. What was read
 * and judged is cut off from how it came about, since a plan of all that costs more to make again
 * for every use of the rows than small tables cost themselves.
 */
final class TableIntake {
  private final StoreLayout store;
  private final String run;
  private final KnownRows known;
  private final Standing standing;
  private final TrustedTables trusted;
  private final ReceivedTables received;
  private final DecidedRows decided;

  TableIntake(
      SparkSession spark,
      StoreLayout store,
      String run,
      KnownRows known,
      Standing standing,
      DecidedRows decided) {
    this.decided = decided;
    this.store = store;
    this.run = run;
    this.known = known;
    this.standing = standing;
    this.trusted = new TrustedTables(spark, store);
    this.received = new ReceivedTables(spark, store);
  }

  /**
   * What came of a table.
   *
   * @param counts how this run's rows fell out; null if none of the table came
   * @param trusted version of its trusted rows; null if there is no such table
   * @param received version of its received rows; null if there is no such table
   * @param changes how the trusted rows changed
   */
  record Taken(
      @Nullable ScreeningCounts counts,
      @Nullable Long trusted,
      @Nullable Long received,
      List<RowChange> changes) {}

  /**
   * Takes a table in.
   *
   * @param raw this run's rows; null if the table did not come
   * @param personsChanged whether this run changed what is told of persons
   */
  Taken take(
      TableSchema schema, @Nullable RawTable raw, IntakeTerms terms, boolean personsChanged) {
    Long before = standing.state().received().get(schema.name());
    Dataset<Row> fresh = fresh(raw, terms, before != null);
    if (schema.name().equals(KnownRows.ORGANISATION) && decided.isAny()) {
      decided.carryOut(schema, delivered(schema, fresh, before, terms));
    }
    Optional<Dataset<Row>> earlier =
        Optional.ofNullable(before)
            .flatMap(version ->
                earlier(
                    schema,
                    terms,
                    fresh,
                    () -> received.read(schema.name(), version),
                    personsChanged));
    Stream<Dataset<Row>> others =
        Stream.concat(earlier.stream(), decided.of(schema).stream()).map(Origins::earlier);
    return Stream.concat(Stream.ofNullable(fresh), others)
        .reduce((one, other) -> one.unionByName(other, true))
        .map(rows -> judged(schema, rows, raw != null, terms))
        .orElseGet(() -> untouched(schema));
  }

  /** This run's rows; read once where they are needed more than once. */
  private static @Nullable Dataset<Row> fresh(
      @Nullable RawTable raw, IntakeTerms terms, boolean often) {
    if (raw == null) {
      return null;
    }
    Dataset<Row> told = Origins.told(raw, terms);
    return often ? told.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK()) : told;
  }

  /** Rows of earlier runs to judge again; all of a table that something is decided about. */
  private Optional<Dataset<Row>> earlier(
      TableSchema schema,
      IntakeTerms terms,
      @Nullable Dataset<Row> fresh,
      Supplier<Dataset<Row>> received,
      boolean personsChanged) {
    return decided.isAbout(schema)
        ? Optional.of(received.get())
        : new Neighbourhood(schema, terms, known, standing)
            .of(fresh, received, personsChanged)
            .filter(rows -> fresh != null || !rows.isEmpty());
  }

  /** The rows that count of all that was ever delivered. */
  private Dataset<Row> delivered(
      TableSchema schema, @Nullable Dataset<Row> fresh, @Nullable Long before, IntakeTerms terms) {
    Dataset<Row> rows =
        Stream.concat(
                Stream.ofNullable(fresh),
                Stream.ofNullable(before)
                    .map(version -> Origins.earlier(received.read(schema.name(), version))))
            .reduce((one, other) -> one.unionByName(other, true))
            .orElseThrow();
    return Screening.screen(
            new RawTable(schema, rows), TableChecks.of(schema, terms, known), terms, known)
        .filter(col(Screening.SIDE).equalTo(Side.TRUSTED.name()));
  }

  private Taken untouched(TableSchema schema) {
    Long version = standing.state().trusted().get(schema.name());
    if (version != null) {
      known.learn(schema, () -> trusted.read(schema.name(), version));
    }
    return new Taken(null, version, standing.state().received().get(schema.name()), List.of());
  }

  private Taken judged(TableSchema schema, Dataset<Row> rows, boolean came, IntakeTerms terms) {
    TableChecks checks = TableChecks.of(schema, terms, known);
    Dataset<Row> screened =
        Screening.screen(new RawTable(schema, rows), checks, terms, known)
            .localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
    ScreeningCounts counts = ScreeningCounts.of(schema.name(), checks, screened);
    if (counts.rows(Side.QUARANTINED) + counts.rows(Side.REJECTED) > 0) {
      setAside(schema, screened);
    }
    TrustedChange.Outcome outcome = count(schema, screened, counts);
    known.learn(schema, screened, counts, () -> trusted.read(schema.name(), outcome.version()));
    Long kept =
        came || standing.state().received().containsKey(schema.name())
            ? keep(schema, screened, counts)
            : null;
    return new Taken(came ? counts : null, outcome.version(), kept, outcome.changes());
  }

  /** Makes the trusted table what counts now. */
  private TrustedChange.Outcome count(
      TableSchema schema, Dataset<Row> screened, ScreeningCounts counts) {
    String name = schema.name();
    Dataset<Row> now =
        withOrigin(schema, screened.filter(col(Screening.SIDE).equalTo(Side.TRUSTED.name())));
    Long version = standing.state().trusted().get(name);
    TrustedChange change = new TrustedChange(schema, trusted);
    if (version != null) {
      return change.write(version, before(schema, screened, version), now);
    }
    TrustedTables.Written written = trusted.replace(name, now);
    if (!counts.isAnyEarlier() && written.rows() != counts.rows(Side.TRUSTED)) {
      throw TrustedChange.unequal(name, counts.rows(Side.TRUSTED), written.rows());
    }
    List<RowChange> changes =
        standing.isServed() && written.rows() > 0
            ? change.added(trusted.read(name, written.version()))
            : List.of();
    return new TrustedChange.Outcome(written.version(), changes);
  }

  private Dataset<Row> before(TableSchema schema, Dataset<Row> screened, long version) {
    Dataset<Row> rows = trusted.read(schema.name(), version);
    if (Neighbourhood.isWhole(schema) || decided.isAbout(schema)) {
      return rows;
    }
    Column[] key = schema.primaryKey().stream().map(k -> col(quoted(k))).toArray(Column[]::new);
    Dataset<Row> keys = screened.select(key).distinct();
    return rows.join(keys, schema.primaryKey().toArray(String[]::new), "left_semi");
  }

  /** The rows with where each comes from, for the columns that the table has not itself. */
  private static Dataset<Row> withOrigin(TableSchema schema, Dataset<Row> rows) {
    Map<String, Column> origin = new LinkedHashMap<>();
    origin.put("source_system", col(Origins.SOURCE));
    origin.put("extract_id", col(Origins.EXTRACT));
    origin.put("source_row_id", col(RawTable.ROW).cast("string"));
    origin.put("loaded_at", col(Origins.LOADED));
    origin.keySet().removeAll(schema.columns());
    List<Column> columns = new ArrayList<>();
    schema.columns().forEach(c -> columns.add(col(quoted(c))));
    columns.add(col(Screening.FLAGS));
    origin.forEach((name, value) -> columns.add(value.as(name)));
    return rows.select(columns.toArray(Column[]::new));
  }

  /**
   * Keeps this run's rows that may count, now or later, and forgets those of earlier runs of which
   * nothing may be kept any more. Returns the version.
   */
  private @Nullable Long keep(TableSchema schema, Dataset<Row> screened, ScreeningCounts counts) {
    String name = schema.name();
    Long before = standing.state().received().get(name);
    String dropped = "%s = '%s'".formatted(Screening.SIDE, Side.DROPPED);
    Dataset<Row> added =
        asReceived(
            schema,
            screened.filter(
                "%s AND NOT %s AND %s".formatted(Origins.IS_NEW, dropped, Screening.SOUND)));
    if (before == null) {
      return received.replace(name, added);
    }
    if (counts.isAnyEarlier(Side.DROPPED)) {
      Dataset<Row> gone = asReceived(schema, screened.filter(dropped));
      return received.replace(
          name, without(schema, received.read(name, before), gone).unionByName(added, true));
    }
    return counts.rows() == 0 ? before : received.append(name, added, counts.rows());
  }

  private static Dataset<Row> asReceived(TableSchema schema, Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    Stream.concat(schema.columns().stream(), Stream.of(RawTable.COMPARED))
        .forEach(c -> columns.add(col(Origins.SAID + "." + quoted(c)).as(c)));
    Origins.COLUMNS.forEach(c -> columns.add(col(c)));
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> without(TableSchema schema, Dataset<Row> rows, Dataset<Row> gone) {
    List<String> same = new ArrayList<>(List.of(Origins.LOAD, RawTable.ROW));
    same.addAll(schema.primaryKey());
    Dataset<Row> left =
        gone.select(same.stream().map(c -> col(quoted(c)).as("_gone" + c)).toArray(Column[]::new))
            .distinct();
    Column alike =
        same.stream()
            .map(c -> rows.col(quoted(c)).equalTo(left.col(quoted("_gone" + c))))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(broadcast(left), alike, "left_anti");
  }

  private void setAside(TableSchema schema, Dataset<Row> screened) {
    screened
        .filter(Origins.IS_NEW)
        .filter(col(Screening.SIDE).isin(Side.QUARANTINED.name(), Side.REJECTED.name()))
        .selectExpr(Screening.withoutSuspectText(schema))
        .withColumnRenamed(Screening.REASONS, "reasons")
        .withColumnRenamed(RawTable.FILE, "source_file")
        .withColumnRenamed(RawTable.ROW, "source_row")
        .write()
        .parquet(Location.of(store.quarantine(run).resolve(schema.name())));
  }
}
