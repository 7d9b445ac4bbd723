package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.RowRule;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * The measure of intake: DuckDB reads the same files, types and checks them with the same rules as
 * far as they can be said in SQL, and writes what it trusts to Parquet. Types, codes, ranges,
 * patterns, conditions, keys and references come from the descriptor.
 */
final class DuckDbScreening {
  private static final String UNITS = "org_unit";

  private final Path delivery;
  private final Path out;
  private final LocalDate latest;
  private final List<TableSchema> tables;

  DuckDbScreening(Path delivery, Path out, LocalDate latest) {
    this.delivery = delivery;
    this.out = out;
    this.latest = latest;
    tables =
        DataPackage.load().tables().stream()
            .filter(table -> Files.exists(delivery.resolve(table.name() + ".csv")))
            .toList();
  }

  /** Screens every table that was delivered; how many rows it trusts. */
  long run() throws SQLException, IOException {
    Files.createDirectories(out);
    long trusted = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duck = connection.createStatement()) {
      duck.execute("SET TimeZone = 'Europe/Stockholm'");
      duck.execute("SET memory_limit = '4GB'");
      duck.execute("SET preserve_insertion_order = false");
      for (TableSchema table : tables) {
        screen(duck, table);
        trusted += number(duck, "SELECT coalesce(sum(row_count), 0) FROM sides WHERE _side = 'TRUSTED'");
      }
      for (TableSchema table : tables) {
        orphans(duck, table);
      }
    }
    return trusted;
  }

  private void screen(Statement duck, TableSchema table) throws SQLException {
    duck.execute(
        filled(
            "screen.sql",
            Map.of(
                "files", "['" + delivery.resolve(table.name() + ".csv") + "']",
                "typed", table.fields().stream().map(DuckDbScreening::typed).collect(joining(", ")),
                "columns", names(table.columns()),
                "key", names(table.primaryKey()),
                "reasons", cases(reasons(table)),
                "flags", cases(flags(table)),
                "protected", protectedPerson(table))));
    duck.execute(
        filled(
            "write.sql",
            Map.of("trusted", trusted(table.name()), "quarantine", out + "/" + table.name() + ".quarantine.parquet")));
    if (table.name().equals(UNITS)) {
      duck.execute("CREATE TEMP TABLE units AS SELECT DISTINCT org_unit_id FROM screened WHERE _side = 'TRUSTED'");
    }
    if (table.name().equals("person")) {
      duck.execute("CREATE TEMP TABLE dropped AS SELECT DISTINCT person_key FROM screened WHERE _side = 'DROPPED'");
    }
  }

  private void orphans(Statement duck, TableSchema table) throws SQLException {
    for (ForeignKey key : table.foreignKeys()) {
      if (tables.stream().anyMatch(parent -> parent.name().equals(key.table()))) {
        List<String> match = new ArrayList<>();
        for (int i = 0; i < key.fields().size(); i++) {
          match.add("parent.%s = child.%s".formatted(quoted(key.targetFields().get(i)), quoted(key.fields().get(i))));
        }
        long unused =
            number(
                duck,
                filled(
                    "orphans.sql",
                    Map.of(
                        "child", trusted(table.name()),
                        "parent", trusted(key.table()),
                        "pointing",
                            key.fields().stream()
                                .map(field -> "child." + quoted(field) + " IS NOT NULL")
                                .collect(joining(" AND ")),
                        "match", String.join(" AND ", match))));
        Objects.checkIndex(0, unused + 1);
      }
    }
  }

  private String trusted(String table) {
    return out + "/" + table + ".parquet";
  }

  private static String typed(FieldSchema field) {
    String column = quoted(field.name());
    String value =
        field.type() == FieldType.STRING
            ? "nullif(%s, '')".formatted(column)
            : "CASE WHEN regexp_full_match(%s, '%s') THEN try_cast(%s AS %s) END"
                .formatted(column, form(field.type()), column, type(field.type()));
    return "%s AS %s, %s AS %s".formatted(value, column, column, text(field));
  }

  private static String text(FieldSchema field) {
    return quoted("_text_" + field.name());
  }

  private static String type(FieldType type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(18,4)";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMPTZ";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  private static String form(FieldType type) {
    String day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    return switch (type) {
      case STRING -> ".*";
      case INTEGER -> "-?[0-9]{1,18}";
      case DECIMAL -> "-?[0-9]{1,14}([.][0-9]{1,4})?";
      case DATE -> day;
      case TIMESTAMP ->
          day + "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?";
      case BOOLEAN -> "(true|false)";
    };
  }

  private List<String> reasons(TableSchema table) {
    List<String> reasons = new ArrayList<>();
    for (FieldSchema field : table.fields()) {
      String column = quoted(field.name());
      String mistyped = "%s IS NULL AND nullif(%s, '') IS NOT NULL".formatted(column, text(field));
      reasons.add(found(mistyped, "TYPE:" + field.name()));
      if (field.required()) {
        reasons.add(found("%s IS NULL AND NOT (%s)".formatted(column, mistyped), "REQUIRED:" + field.name()));
      }
      constraints(field, column).forEach((code, holds) ->
          reasons.add(found("%s IS NOT NULL AND NOT coalesce(%s, FALSE)".formatted(column, holds), code + field.name())));
    }
    for (String event : table.eventDates()) {
      String past = "CAST(%s AS DATE) <= DATE '%s'".formatted(quoted(event), latest);
      reasons.add(found("%s IS NOT NULL AND NOT (%s)".formatted(quoted(event), past), "FUTURE:" + event));
    }
    table.rules().forEach(rule -> reasons.add(broken(rule, "RULE:" + rule.code())));
    return reasons;
  }

  private static Map<String, String> constraints(FieldSchema field, String column) {
    Map<String, String> holds = new LinkedHashMap<>();
    if (!field.codes().isEmpty()) {
      holds.put(
          "CODE:",
          "CAST(%s AS VARCHAR) IN (%s)"
              .formatted(column, field.codes().stream().map(DuckDbScreening::literal).collect(joining(", "))));
    }
    String range =
        Stream.of(limit(column, ">=", field.minimum()), limit(column, "<=", field.maximum()))
            .filter(limit -> !limit.isEmpty())
            .collect(joining(" AND "));
    if (!range.isEmpty()) {
      holds.put("RANGE:", range);
    }
    String pattern = field.pattern();
    if (pattern != null) {
      holds.put("PATTERN:", "regexp_full_match(%s, %s)".formatted(column, literal(pattern)));
    }
    return holds;
  }

  private static String limit(String column, String operator, @Nullable BigDecimal limit) {
    return limit == null ? "" : "%s %s %s".formatted(column, operator, limit.toPlainString());
  }

  private static List<String> flags(TableSchema table) {
    List<String> flags = new ArrayList<>();
    table.flags().forEach(rule -> flags.add(broken(rule, rule.code())));
    if (!table.name().equals(UNITS) && table.columns().contains("org_unit_id")) {
      flags.add(found("org_unit_id IS NULL OR org_unit_id NOT IN (SELECT org_unit_id FROM units)", "UNIT_UNKNOWN"));
    }
    return flags;
  }

  private static String protectedPerson(TableSchema table) {
    if (table.name().equals("person")) {
      return "coalesce(protected_identity = 'YES' OR test_person = 'YES', FALSE)";
    }
    return table.foreignKeys().stream().anyMatch(key -> key.table().equals("person"))
        ? "coalesce(person_key IN (SELECT person_key FROM dropped), FALSE)"
        : "FALSE";
  }

  private static String broken(RowRule rule, String code) {
    return found("NOT coalesce(%s, FALSE)".formatted(rule.condition()), code);
  }

  private static String found(String condition, String code) {
    return "CASE WHEN %s THEN %s END".formatted(condition, literal(code));
  }

  private static String cases(List<String> cases) {
    return cases.isEmpty() ? "NULL" : String.join(",\n    ", cases);
  }

  private static String names(List<String> columns) {
    return columns.stream().map(DuckDbScreening::quoted).collect(joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static long number(Statement duck, String sql) throws SQLException {
    try (ResultSet result = duck.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String filled(String resource, Map<String, String> values) {
    String sql = resource(resource);
    for (Map.Entry<String, String> value : values.entrySet()) {
      sql = sql.replace("${" + value.getKey() + "}", value.getValue());
    }
    return sql;
  }

  private static String resource(String name) {
    try (InputStream sql = Objects.requireNonNull(DuckDbScreening.class.getResourceAsStream(name))) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
