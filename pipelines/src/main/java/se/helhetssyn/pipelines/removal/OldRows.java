package se.helhetssyn.pipelines.removal;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.removal.StoredTables.Kind;
import se.helhetssyn.pipelines.trusted.TrustedFiles;

/**
 * Finds the rows that are older than may be kept. A row's day is the first that is stated of its
 * event dates and required dates. What lasts is old when it has ended before the first kept day. A
 * row without a person's key or a day of its own follows the row it belongs to. Persons go when no
 * row about them is left. Tables of the organisation and of its initiatives stay.
 */
final class OldRows {
  private static final String CONFERENCE = "conference";
  private static final String ENROLMENT = "enrolment";

  private static final Map<String, Lasting> LASTING =
      Map.of(
          ENROLMENT,
          new Lasting("end_date", "TRUE"),
          "initiative_participation",
          new Lasting("end_date", "TRUE"),
          "plan",
          new Lasting("valid_to", "status <> 'ENDED'"),
          "deviation",
          new Lasting("closed_at", "status NOT IN ('CLOSED', 'REJECTED')"));

  /**
   * What lasts.
   *
   * @param end the day it ended
   * @param endless whether it goes on where no such day is stated
   */
  private record Lasting(String end, String endless) {}

  private final RemovalBench bench;
  private final StoredTables stored;
  private final StoreState state;
  private final TrustedFiles versions;
  private final String firstKept;
  private final List<TableSchema> tables = new ArrayList<>();
  private final PersonTies ties;

  OldRows(
      RemovalBench bench,
      StoredTables stored,
      StoreState state,
      DataPackage contract,
      LocalDate firstKept) {
    this.bench = bench;
    this.stored = stored;
    this.state = state;
    this.versions = new TrustedFiles(stored.store());
    this.firstKept = "DATE '%s'".formatted(firstKept);
    this.ties = new PersonTies(contract);
    tables.add(contract.require(CONFERENCE));
    contract.tables().stream()
        .filter(t -> ties.tables().stream().noneMatch(t::equals))
        .filter(t -> t.foreignKeys().stream().anyMatch(k -> k.table().equals(CONFERENCE)))
        .filter(t -> !t.name().equals(CONFERENCE))
        .forEach(tables::add);
    tables.addAll(ties.tables());
    tables.removeIf(t -> t.name().equals(PersonTies.PERSONS));
  }

  /** What old rows are taken by, parents before children and persons last. */
  List<Handle> find() {
    List<Handle> handles = new ArrayList<>();
    for (TableSchema table : tables) {
      view("now_", table, now(table));
      view("received_", table, text(stored.onDisk(Kind.RECEIVED, table.name()), ""));
      bench.execute(gone(table));
      handles.add(new Handle(table.name(), table.primaryKey(), GoneRows.of(table.name())));
    }
    handles.addAll(persons());
    return handles;
  }

  private void view(String kind, TableSchema table, String rows) {
    bench.execute(
        "CREATE OR REPLACE VIEW %s%s AS %s%s"
            .formatted(kind, table.name(), GoneRows.shape(table, "TRUE AS stored"), rows));
  }

  private String now(TableSchema table) {
    Long version = state.trusted().get(table.name());
    if (version == null) {
      return "";
    }
    String moments =
        table.fields().stream()
            .filter(field -> field.type() == FieldType.TIMESTAMP)
            .map(field -> "\"%1$s\" AT TIME ZONE 'UTC' AS \"%1$s\"".formatted(field.name()))
            .collect(joining(", "));
    return text(
        versions.of(table.name(), version), moments.isEmpty() ? "" : " REPLACE (" + moments + ")");
  }

  private static String text(List<Path> files, String replacing) {
    return files.isEmpty()
        ? ""
        : " UNION ALL BY NAME SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT *%s FROM %s)"
            .formatted(replacing, RemovalBench.parquet(files));
  }

  private String gone(TableSchema table) {
    Optional<ForeignKey> parent = parent(table);
    String past = parent.map(key -> follows(table, key)).orElseGet(() -> isPast(table));
    String goes = parent.isPresent() ? past : past + " AND NOT " + isOpen(table);
    return """
    CREATE OR REPLACE TABLE %1$s AS
    (SELECT %2$s FROM now_%3$s WHERE %4$s UNION SELECT %2$s FROM received_%3$s WHERE %5$s)
    EXCEPT SELECT %2$s FROM now_%3$s WHERE NOT (%4$s)\
    """
        .formatted(GoneRows.of(table.name()), GoneRows.key(table), table.name(), goes, past);
  }

  /** The row a table's row belongs to, for one that has no person's key or no day of its own. */
  private Optional<ForeignKey> parent(TableSchema table) {
    return PersonTies.hasKey(table) && !days(table).isEmpty()
        ? Optional.empty()
        : table.foreignKeys().stream()
            .filter(key -> key.fields().stream().allMatch(c -> table.field(c).required()))
            .filter(key -> tables.stream().anyMatch(t -> t.name().equals(key.table())))
            .findFirst();
  }

  private static String follows(TableSchema table, ForeignKey parent) {
    return new Handle(table.name(), parent.fields(), GoneRows.of(parent.table())).takes();
  }

  private static Set<String> days(TableSchema table) {
    Set<String> days = new LinkedHashSet<>(table.eventDates());
    table.fields().stream()
        .filter(FieldSchema::required)
        .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.TIMESTAMP)
        .forEach(f -> days.add(f.name()));
    return days;
  }

  private String isPast(TableSchema table) {
    return days(table).stream()
        .map(OldRows::day)
        .collect(joining(", ", "coalesce(coalesce(", ") < " + firstKept + ", FALSE)"));
  }

  private String isOpen(TableSchema table) {
    Lasting lasting = LASTING.get(table.name());
    return lasting == null
        ? "FALSE"
        : "coalesce(%s >= %s, %s)".formatted(day(lasting.end()), firstKept, lasting.endless());
  }

  private static String day(String column) {
    return "TRY_CAST(left(\"%s\", 10) AS DATE)".formatted(column);
  }

  /** Persons of whom no row is left; where stays are not delivered, only those who had a row. */
  private List<Handle> persons() {
    String key = PersonTies.PERSON_KEY;
    TableSchema persons =
        ties.tables().stream()
            .filter(t -> t.name().equals(PersonTies.PERSONS))
            .findFirst()
            .orElseThrow();
    view("now_", persons, now(persons));
    view("received_", persons, text(stored.onDisk(Kind.RECEIVED, persons.name()), ""));
    String considered =
        state.trusted().containsKey(ENROLMENT)
            ? "SELECT person_key FROM now_person UNION SELECT person_key FROM received_person UNION "
            : "";
    bench.execute(
        "CREATE OR REPLACE TABLE %s AS (%s%s) EXCEPT (%s)"
            .formatted(GoneRows.of(persons.name()), considered, keys(false), keys(true)));
    return List.of(
        new Handle(persons.name(), List.of(key), GoneRows.of(persons.name())),
        new Handle(ErasedRows.SUCCESSION, List.of("old_key"), GoneRows.of(persons.name())));
  }

  /** Keys of persons with rows that stay, or with rows that go. */
  private String keys(boolean staying) {
    Function<TableSchema, Stream<String>> query =
        table ->
            Stream.of("now_", "received_")
                .map(kind ->
                    "SELECT person_key FROM %s%s WHERE %s%s AND person_key IS NOT NULL"
                        .formatted(
                            kind,
                            table.name(),
                            staying ? "NOT " : "",
                            new Handle(table.name(), table.primaryKey(), GoneRows.of(table.name()))
                                .takes()));
    return tables.stream().filter(PersonTies::hasKey).flatMap(query).collect(joining(" UNION "));
  }
}
