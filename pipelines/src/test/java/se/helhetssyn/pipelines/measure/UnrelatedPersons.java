package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Resource;

/**
 * Persons of one sex who come to a unit in another part of the municipality, with all that is told
 * of a person: they have lived through what some persons have who were never there, at that unit
 * and at its conferences. Nobody else has anything to do with them.
 */
final class UnrelatedPersons {
  private static final DataPackage CONTRACT = DataPackage.load();

  /** What a row of theirs points at without it being theirs. */
  private static final String CONFERENCE = "conference";

  private final LocalDatabase database;

  /** Table → which of its rows are told of the persons they are like. */
  private final Map<String, String> theirs = new LinkedHashMap<>();

  private UnrelatedPersons(LocalDatabase database) {
    this.database = database;
  }

  /** Makes the schema {@code joined}: the tables in {@code named} and the persons' rows. */
  static void make(LocalDatabase database, long seed) throws SQLException {
    database.execute(
        Resource.text(UnrelatedPersons.class, "unrelated.sql")
            .replace("${seed}", String.valueOf(seed)));
    UnrelatedPersons persons = new UnrelatedPersons(database);
    for (TableSchema table : CONTRACT.tables()) {
      database.execute("CREATE TABLE joined.%1$s AS FROM named.%1$s".formatted(table.name()));
      persons.add(table);
    }
  }

  private void add(TableSchema table) throws SQLException {
    Optional<String> rows = rows(table);
    if (rows.isEmpty()) {
      return;
    }
    theirs.put(table.name(), rows.get());
    String columns =
        table.fields().stream().map(field -> column(table, field)).collect(joining(", "));
    database.execute(
        "INSERT INTO joined.%1$s SELECT %2$s FROM named.%1$s WHERE %3$s"
            .formatted(table.name(), columns, rows.get()));
  }

  /** Which rows of a table are told of a person, or belong to one that is. */
  private Optional<String> rows(TableSchema table) {
    return table.name().equals("person")
        ? Optional.of("person_key IN (SELECT person_key FROM alike)")
        : table.foreignKeys().stream()
            .filter(key -> theirs.containsKey(key.table()))
            .map(key ->
                "%s IN (SELECT %s FROM named.%s WHERE %s)"
                    .formatted(
                        key.fields().getFirst(),
                        key.targetFields().getFirst(),
                        key.table(),
                        theirs.get(key.table())))
            .findFirst();
  }

  private String column(TableSchema table, FieldSchema field) {
    String name = field.name();
    Optional<String> target =
        table.foreignKeys().stream()
            .filter(key -> key.fields().contains(name))
            .map(ForeignKey::table)
            .findFirst();
    boolean own =
        table.primaryKey().equals(List.of(name)) || target.filter(theirs::containsKey).isPresent();
    if (own) {
      return name + " || '-NEW'";
    }
    return Stream.of("org_unit", CONFERENCE)
        .filter(target.orElse("")::equals)
        .map(t -> "CASE WHEN %s IS NOT NULL THEN %s END".formatted(name, elsewhere(t, name)))
        .findFirst()
        .orElse(name);
  }

  private static String elsewhere(String target, String column) {
    return target.equals(CONFERENCE)
        ? "(SELECT conferences[1 + CAST(hash(%s) %% len(conferences) AS INTEGER)] FROM newhome)"
            .formatted(column)
        : "(SELECT org_unit_id FROM newhome)";
  }
}
