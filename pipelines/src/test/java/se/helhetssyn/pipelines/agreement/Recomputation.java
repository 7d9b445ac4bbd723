package se.helhetssyn.pipelines.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.indicators.IndicatorFiles;

/**
 * The figures of a store's served generation, computed once more from its trusted rows by SQL that
 * shares nothing with the engine but the text of the definitions.
 */
final class Recomputation implements AutoCloseable {
  private final StoreLayout store;
  private final Manifest manifest;
  private final Connection connection;

  private Recomputation(StoreLayout store, Manifest manifest, Connection connection) {
    this.store = store;
    this.manifest = manifest;
    this.connection = connection;
  }

  static Recomputation of(Path folder) throws SQLException, IOException {
    StoreLayout store = new StoreLayout(folder.toAbsolutePath());
    Manifest manifest = Manifest.read(store.manifest(Files.readString(store.pointer()).strip()));
    Recomputation recomputation =
        new Recomputation(store, manifest, DriverManager.getConnection("jdbc:duckdb:"));
    recomputation.compute();
    return recomputation;
  }

  private void compute() throws SQLException, IOException {
    execute("SET TimeZone = 'Europe/Stockholm'");
    execute(
        "ATTACH '%s' AS mart (READ_ONLY)"
            .formatted(store.mart(manifest.generation(), Layer.INTERNAL)));
    for (TableSchema table : DataPackage.load().tables()) {
      load(table);
    }
    setRun();
    for (String step : steps()) {
      execute(sql(step));
    }
  }

  /** One file per indicator, between what all share and what is made of their rows. */
  private static List<String> steps() {
    List<String> steps = new ArrayList<>(List.of("shared"));
    IndicatorFiles.texts().keySet().stream()
        .map(file -> file.replace(".yaml", ""))
        .forEach(steps::add);
    steps.addAll(List.of("today", "cells", "difference"));
    return steps;
  }

  /** Makes a table of the trusted rows at the version the manifest pins; empty if none came. */
  private void load(TableSchema table) throws SQLException, IOException {
    String columns =
        table.fields().stream()
            .map(field -> "\"%s\" %s".formatted(field.name(), sqlType(field.type())))
            .collect(Collectors.joining(", "));
    execute("CREATE TABLE %s (%s)".formatted(table.name(), columns));
    for (Manifest.TableCount count : manifest.tables()) {
      if (count.table().equals(table.name()) && count.trusted() > 0) {
        execute("SET VARIABLE folder = '%s'".formatted(store.trusted(table.name())));
        execute("SET VARIABLE version = " + count.version());
        execute(sql("trusted"));
        execute(
            "CREATE OR REPLACE TABLE %s AS FROM read_parquet(getvariable('files'))"
                .formatted(table.name()));
      }
    }
  }

  private void setRun() throws SQLException {
    execute("SET VARIABLE as_of = DATE '%s'".formatted(manifest.asOf()));
    execute("SET VARIABLE delivered_from = DATE '%s'".formatted(manifest.deliveredFrom()));
    execute("SET VARIABLE delivered_to = DATE '%s'".formatted(manifest.deliveredTo()));
    String tables =
        manifest.tables().stream()
            .map(count -> "'" + count.table() + "'")
            .collect(Collectors.joining(", "));
    execute("SET VARIABLE delivered_tables = [%s]".formatted(tables));
  }

  /** How many cells both sides were held against each other in. */
  long cells() throws SQLException {
    return Long.parseLong(texts("SELECT count(*) FROM recomputed").getFirst());
  }

  /** Keys that occur more than once on a side. */
  List<String> repeatedKeys() throws SQLException {
    return texts("SELECT side || ' ' || key FROM repeated ORDER BY ALL");
  }

  /** How many cells differ, or are on one side alone. */
  long different() throws SQLException {
    return Long.parseLong(texts("SELECT count(*) FROM difference").getFirst());
  }

  /** The first keys whose cells differ, both sides told. */
  List<String> firstDifferences(int most) throws SQLException {
    return texts(
        """
        SELECT format(E'{}\\n  published  {}\\n  recomputed {}', key, published, recomputed)
        FROM difference
        ORDER BY key
        LIMIT %d
        """
            .formatted(most));
  }

  /** The first column of a query's rows. */
  List<String> texts(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(Objects.requireNonNullElse(rows.getString(1), "NULL"));
      }
      return texts;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String sql(String name) throws IOException {
    try (InputStream file = Recomputation.class.getResourceAsStream(name + ".sql")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sqlType(FieldType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(18, 4)";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
