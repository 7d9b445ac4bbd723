package se.helhetssyn.pipelines.marks;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.intake.SilentMonth;

/** The contract's tables as a test fills them, and what the rules find in them. */
final class SmallTables implements AutoCloseable {
  static final DataPackage CONTRACT = DataPackage.load();

  private final MarkBench bench;

  private SmallTables(MarkBench bench) {
    this.bench = bench;
  }

  static SmallTables open(Path scratch) throws SQLException {
    SmallTables tables = new SmallTables(MarkBench.open(scratch));
    for (TableSchema schema : CONTRACT.tables()) {
      tables.bench.table(schema, List.of());
    }
    return tables;
  }

  void execute(String sql) throws SQLException {
    bench.execute(sql);
  }

  /** Tells the day of the latest extraction and what was delivered. */
  SmallTables on(LocalDate latest, DeliveredTime... delivered) throws SQLException {
    bench.tell(latest, List.of(delivered), CONTRACT.tables());
    return this;
  }

  /** Adds a row: {@code column=value} each, columns not named are absent. */
  SmallTables row(String table, String... values) throws SQLException {
    Map<String, String> cells =
        Stream.of(values)
            .map(value -> value.split("=", 2))
            .collect(Collectors.toMap(cell -> cell[0], cell -> "'" + cell[1] + "'"));
    bench.execute(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table, String.join(", ", cells.keySet()), String.join(", ", cells.values())));
    return this;
  }

  /** Adds a conference of unit E1. */
  void conference(String id, String... values) throws SQLException {
    row("conference", join(values, "conference_id=" + id, "org_unit_id=E1"));
  }

  /** Adds a deviation of no unit. */
  void deviation(String id, String... values) throws SQLException {
    row("deviation", join(values, "deviation_id=" + id));
  }

  static String[] join(String[] values, String... more) {
    return Stream.of(more, values).flatMap(Stream::of).toArray(String[]::new);
  }

  /** What a rule is held against, as {@code rule table count}. */
  List<String> hold(String rule) throws SQLException {
    Stream.Builder<String> held = Stream.builder();
    for (MarkRule each : MarkRules.of(CONTRACT)) {
      if (each.id().equals(rule)) {
        held.add("%s %s %d".formatted(rule, each.table(), bench.hold(each)));
      }
    }
    return held.build().toList();
  }

  /** What a rule finds in a table, as {@code key code}. */
  List<String> found(String rule, String table) throws SQLException {
    hold(rule);
    return bench.texts(
        "SELECT record_key || ' ' || code FROM mark WHERE rule = '%s' AND table_name = '%s' ORDER BY 1"
            .formatted(rule, table));
  }

  List<SilentMonth> silent() throws SQLException {
    return bench.silent();
  }

  List<String> texts(String query) throws SQLException {
    return bench.texts(query);
  }

  @Override
  public void close() throws SQLException {
    bench.close();
  }
}
