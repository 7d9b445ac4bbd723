package se.helhetssyn.analytics.mart;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a small published store on disk for tests: real files, made by the declared schema. */
public final class MartFixture {
  private final StoreLayout store;
  private final String id;
  private LocalDate asOf = LocalDate.of(2026, 10, 31);
  private @Nullable LocalDate culledBefore;
  private final Map<MartTable, List<List<@Nullable Object>>> tables = new HashMap<>();

  private MartFixture(Path root, String id) {
    this.store = new StoreLayout(root);
    this.id = id;
  }

  public static MartFixture in(Path root, String generation) {
    return new MartFixture(root, generation);
  }

  /** Figures of periods that begin before the day stand as they were last computed. */
  public MartFixture culledBefore(String day) {
    culledBefore = LocalDate.parse(day);
    return this;
  }

  /** A row of any table, its cells in the order of the columns. */
  public MartFixture with(MartTable table, @Nullable Object... cells) {
    rows(table).add(row(cells));
    return this;
  }

  private List<List<@Nullable Object>> rows(MartTable table) {
    return tables.computeIfAbsent(table, t -> new ArrayList<>());
  }

  public MartFixture asOf(String day) {
    asOf = LocalDate.parse(day);
    return this;
  }

  /** A node that has been there since 2020. */
  public MartFixture node(OrgLevel level, String node, String name, @Nullable String parent) {
    String type = level == OrgLevel.UNIT ? "RESIDENTIAL_CARE" : null;
    return node(level, node, name, parent, type, "OWN");
  }

  /** A unit of a type that is not measured. */
  public MartFixture otherUnit(String node, String name, String parent) {
    return unit(node, name, parent, "OTHER", "OWN");
  }

  /** A unit of a type, run by the municipality itself or by another provider. */
  public MartFixture unit(String node, String name, String parent, String type, String provider) {
    return node(OrgLevel.UNIT, node, name, parent, type, provider);
  }

  private MartFixture node(
      OrgLevel level,
      String node,
      String name,
      @Nullable String parent,
      @Nullable String type,
      String provider) {
    rows(MartSchema.ORG_UNIT)
        .add(row(node, name, level.name(), parent, type, null, provider, day("2020-01-01"), null));
    return this;
  }

  /** An indicator of the core with a main series of shares. */
  public MartFixture indicator(
      String indicator, String heading, String name, @Nullable Double target) {
    return indicator(indicator, heading, name, target, true, "id: " + indicator);
  }

  /** An indicator with a main series of shares and the text of its definition. */
  public MartFixture indicator(
      String indicator,
      String heading,
      String name,
      @Nullable Double target,
      boolean core,
      String definition) {
    int order = rows(MartSchema.INDICATOR_DEFINITION).size();
    String source = target == null ? null : "rutinen";
    rows(MartSchema.INDICATOR_DEFINITION)
        .add(
            row(
                indicator,
                1,
                order,
                heading,
                name,
                name,
                "Syfte",
                "Täljare och nämnare",
                "HIGHER",
                target,
                source,
                0,
                definition,
                core));
    return series(indicator, "MAIN", name, ValueKind.SHARE);
  }

  /** A parameter as it was when the indicator was computed. */
  public MartFixture parameter(String indicator, String parameter, int value) {
    return with(DeliverySchema.INDICATOR_PARAMETER, indicator, parameter, value);
  }

  public MartFixture series(String indicator, String code, String name, ValueKind kind) {
    rows(MartSchema.INDICATOR_SERIES)
        .add(row(indicator, 1, rows(MartSchema.INDICATOR_SERIES).size(), code, name, kind.name()));
    return this;
  }

  /** A rule of data quality that is about every table. */
  public MartFixture rule(String rule, String severity, double threshold) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(
        row,
        rule,
        rows(MartSchema.QUALITY_RULE).size(),
        "Rubrik " + rule,
        null,
        severity,
        "FLAGGED",
        "ROW");
    Collections.addAll(row, "CONFORMANCE", "VERIFICATION", threshold, "Skäl.");
    Collections.addAll(row, "Förklaring " + rule, "Råd " + rule);
    rows(MartSchema.QUALITY_RULE).add(row);
    return this;
  }

  /** Where the rows of {@code <table>.csv} went; all of it came as the extract {@code X-1}. */
  public MartFixture account(
      String table, long trusted, long quarantined, long duplicates, long rejected) {
    long delivered = trusted + quarantined + duplicates + rejected;
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, table, table + ".csv", "X-1", "SYSTEM", delivered);
    Collections.addAll(row, trusted, quarantined, duplicates, rejected, "VALUE");
    rows(MartSchema.QUALITY_ACCOUNT).add(row);
    return this;
  }

  /** An account whose sides are about too few persons to be told. */
  public MartFixture hiddenAccount(String table, long delivered) {
    rows(MartSchema.QUALITY_ACCOUNT)
        .add(
            row(
                table,
                table + ".csv",
                null,
                "SYSTEM",
                delivered,
                null,
                null,
                null,
                null,
                "SUPPRESSED"));
    return this;
  }

  /** Rows of {@code <table>.csv} that broke a rule and were kept with a mark. */
  public MartFixture finding(String rule, String table, @Nullable String unit, long rows) {
    rows(MartSchema.QUALITY_FINDING)
        .add(row(rule, rule, table, table + ".csv", unit, "FLAGGED", rows, null, "VALUE"));
    return this;
  }

  /** Rows that broke a rule and are too few to be told. */
  public MartFixture hiddenFinding(String rule, String table, long fewerThan) {
    String file = table + ".csv";
    rows(MartSchema.QUALITY_FINDING)
        .add(row(rule, rule, table, file, null, "FLAGGED", null, fewerThan, "SUPPRESSED"));
    return this;
  }

  /** A rule held against rows of a table. */
  public MartFixture check(String rule, String table, long rows, boolean broken) {
    rows(MartSchema.QUALITY_CHECK).add(row(rule, table, rows, broken));
    return this;
  }

  /** A figure of any state for the node and period. */
  public MartFixture figure(
      String indicator, OrgLevel level, String node, Period period, FigureState state) {
    return figure(indicator, "MAIN", ValueKind.SHARE, level, node, period, state, false);
  }

  /** A share with a plain interval of ± 0.1, cut to 0–1. */
  public MartFixture share(
      String indicator, OrgLevel level, String node, Period period, long numerator, long of) {
    return figure(indicator, level, node, period, shareOf(numerator, of, 0, false));
  }

  public static FigureState.Value shareOf(long numerator, long of, long unknown, boolean high) {
    double value = (double) numerator / of;
    return new FigureState.Value(
        numerator,
        of,
        unknown,
        of,
        value,
        Math.max(0, value - 0.1),
        Math.min(1, value + 0.1),
        null,
        null,
        null,
        high);
  }

  public MartFixture figure(
      String indicator,
      String code,
      ValueKind kind,
      OrgLevel level,
      String node,
      Period period,
      FigureState state,
      boolean preliminary) {
    return figure(indicator, code, kind, level, node, period, Stratum.ALL, state, preliminary);
  }

  /** A share of a part of the population. */
  public MartFixture part(
      String indicator, OrgLevel level, String node, Period period, Stratum part, long of) {
    FigureState state = shareOf(of / 2, of, 0, false);
    return figure(indicator, "MAIN", ValueKind.SHARE, level, node, period, part, state, false);
  }

  private MartFixture figure(
      String indicator,
      String code,
      ValueKind kind,
      OrgLevel level,
      String node,
      Period period,
      Stratum stratum,
      FigureState state,
      boolean preliminary) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(
        row,
        (long) rows(MartSchema.INDICATOR_VALUE).size(),
        indicator,
        1,
        code,
        "AS_WAS",
        level.name());
    Collections.addAll(row, node, period.kind().name(), period.start());
    Collections.addAll(row, stratum.dimension(), stratum.value(), null, null, kind.name());
    FigureCells.add(state, row);
    row.add(preliminary);
    rows(MartSchema.INDICATOR_VALUE).add(row);
    return this;
  }

  /** Writes every layer and the manifest, then moves the pointer. */
  public Path publish() {
    try {
      Files.createDirectories(store.generation(id));
      for (Layer layer : Layer.values()) {
        write(layer);
      }
      Files.writeString(store.manifest(id), manifest().toJson());
      Files.writeString(store.pointer(), id);
      return store.root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Manifest manifest() {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        id,
        "2026-11-01T06:00:00Z",
        asOf.toString(),
        "2023-11-01",
        asOf.toString(),
        culledBefore == null ? null : culledBefore.toString(),
        true,
        "Små tal är dolda med den primära regeln.",
        "test",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private void write(Layer layer) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + store.mart(id, layer))) {
      connection.setAutoCommit(false);
      for (MartTable table : MartSchema.tables(layer)) {
        connection.createStatement().execute(table.createStatement());
      }
      for (MartTable table : MartSchema.tables(layer)) {
        insert(connection, table, rows(table));
      }
      connection.commit();
    }
  }

  private static void insert(
      Connection connection, MartTable table, List<List<@Nullable Object>> rows)
      throws SQLException {
    String marks = table.columns().stream().map(c -> "?").collect(joining(", "));
    String sql = "INSERT INTO " + table.name() + " VALUES (" + marks + ")";
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
