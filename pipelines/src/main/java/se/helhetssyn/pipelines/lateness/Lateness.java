package se.helhetssyn.pipelines.lateness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.file.Resource;
import se.helhetssyn.pipelines.trusted.TrustedFiles;
import se.helhetssyn.pipelines.trusted.TrustedViews;

/**
 * Looks through the trusted tables for how late their rows are registered: those tables whose
 * declaration tells from which column to which. Events of the last three years are looked at, so
 * that the curve tells of habits that may still be there.
 */
public final class Lateness {
  private static final String UNIT = "org_unit_id";
  private static final String MEMORY = "2GB";

  private final Connection connection;

  /**
   * @param connection where the tables of the contract stand
   */
  Lateness(Connection connection) throws SQLException {
    this.connection = connection;
    execute("SET TimeZone = 'Europe/Stockholm'");
  }

  /**
   * The curves of all delivered tables that have one, each for all rows together and for each unit
   * with rows enough; ordered by table and unit.
   *
   * @param versions delivered canonical table → version of its trusted rows
   * @param latest canonical table → day of the latest extraction of it: until then a row can have
   *     come
   * @param otherwise the same for a table that is not named
   * @param scratch folder for what does not fit in memory
   */
  public static List<DelayCurve> find(
      StoreLayout store,
      Map<String, Long> versions,
      DataPackage contract,
      Map<String, LocalDate> latest,
      LocalDate otherwise,
      Path scratch) {
    Properties limits = new Properties();
    limits.setProperty("memory_limit", MEMORY);
    limits.setProperty("temp_directory", scratch.resolve("lateness").toString());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", limits)) {
      Lateness lateness = new Lateness(connection);
      TrustedFiles trusted = new TrustedFiles(store);
      for (TableSchema table : contract.tables()) {
        Long version = versions.get(table.name());
        List<Path> files = version == null ? List.of() : trusted.of(table.name(), version);
        lateness.execute(TrustedViews.create(table, files));
      }
      List<DelayCurve> curves = new ArrayList<>();
      for (TableSchema table : contract.tables()) {
        if (versions.containsKey(table.name())) {
          LocalDate known = latest.getOrDefault(table.name(), otherwise);
          curves.addAll(lateness.curves(table, contract, known));
        }
      }
      return curves;
    } catch (SQLException e) {
      throw new IllegalStateException("lateness cannot be measured", e);
    }
  }

  /** The curves of a table; none if it does not tell how late its rows are registered. */
  List<DelayCurve> curves(TableSchema table, DataPackage contract, LocalDate latest)
      throws SQLException {
    TableSchema.Registration registration = table.registration();
    if (registration == null) {
      return List.of();
    }
    Map<String, ReverseKaplanMeier> units = new TreeMap<>();
    delaysOf("", units);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query(table, registration, contract, latest))) {
      while (row.next()) {
        add(row, units);
      }
    }
    return units.entrySet().stream()
        .map(unit -> curve(table.name(), unit.getKey(), unit.getValue()))
        .filter(curve -> curve.isOfAll() || !curve.shares().isEmpty())
        .toList();
  }

  private static void add(ResultSet row, Map<String, ReverseKaplanMeier> units)
      throws SQLException {
    @Nullable String unit = row.getString("unit");
    int delay = row.getInt("delay");
    int reach = row.getInt("reach");
    long count = row.getLong("rows");
    delaysOf("", units).add(delay, reach, count);
    if (unit != null && !unit.isEmpty()) {
      delaysOf(unit, units).add(delay, reach, count);
    }
  }

  private static ReverseKaplanMeier delaysOf(String unit, Map<String, ReverseKaplanMeier> units) {
    return units.computeIfAbsent(unit, u -> new ReverseKaplanMeier());
  }

  private static DelayCurve curve(String table, String unit, ReverseKaplanMeier delays) {
    return new DelayCurve(table, unit, delays.rows(), delays.shares(DelayCurve.LAST_DAY));
  }

  private static String query(
      TableSchema table,
      TableSchema.Registration registration,
      DataPackage contract,
      LocalDate latest) {
    return Resource.text(Lateness.class, "delays.sql")
        .replace("${table}", table.name())
        .replace("${event}", registration.event())
        .replace("${registered}", registration.registered())
        .replace("${unit}", unit(table, contract))
        .replace("${latest}", latest.toString());
  }

  /** The unit that a row names, or else the row that it points at. */
  private static String unit(TableSchema table, DataPackage contract) {
    if (table.columns().contains(UNIT)) {
      return "r." + UNIT;
    }
    return table.foreignKeys().stream()
        .filter(key -> key.fields().size() == 1)
        .filter(key -> contract.require(key.table()).columns().contains(UNIT))
        .map(key ->
            "(SELECT any_value(p.%s) FROM %s p WHERE p.%s = r.%s)"
                .formatted(
                    UNIT, key.table(), key.targetFields().getFirst(), key.fields().getFirst()))
        .findFirst()
        .orElse("NULL");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
