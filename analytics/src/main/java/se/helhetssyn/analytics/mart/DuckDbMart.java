package se.helhetssyn.analytics.mart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** One generation's file in one layer, opened read-only. What never changes is read once. */
final class DuckDbMart implements Mart, AutoCloseable {
  private static final String FIGURES =
      """
      SELECT %s FROM indicator_value
      WHERE org_level = ? AND org_unit_id = ? AND period_kind = ? AND attribution = 'AS_WAS'
        AND (stratum = ? AND stratum_value = ? OR ?) AND stratum2 IS NULL AND (series = ? OR ?)
        AND (? OR list_contains(string_split(?, ','), indicator_id))
      ORDER BY indicator_id, series, stratum, stratum_value, period_start
      """
          .formatted(MartSchema.INDICATOR_VALUE.columnList());

  private static final String COMPARED =
      """
      SELECT %s FROM indicator_value
      WHERE indicator_id = ? AND series = 'MAIN' AND org_level = ? AND attribution = 'AS_WAS'
        AND period_kind = ? AND period_start = ? AND stratum2 IS NULL
      ORDER BY org_unit_id, definition_version, stratum, stratum_value
      """
          .formatted(MartSchema.INDICATOR_VALUE.columnList());

  private static final String ACTIVE_NODES =
      """
      SELECT * FROM org_unit
      WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
        AND unit_type IS DISTINCT FROM 'OTHER'
      """;

  private static final String UNMAPPED_ROWS =
      """
      SELECT coalesce(sum(rows_affected), 0) AS unmapped FROM quality_finding
      WHERE rule_id IN ('DQ16', 'DQ18')
      """;

  private final DuckDBConnection root;
  private final StoreLayout store;
  private final Generation generation;
  private final List<OrgNode> organisation;
  private final List<IndicatorInfo> indicators;
  private final Map<PeriodKind, List<Period>> periods;
  private final long unmappedRows;

  private DuckDbMart(DuckDBConnection root, StoreLayout store, Generation generation)
      throws SQLException {
    this.root = root;
    this.store = store;
    this.generation = generation;
    this.organisation = readOrganisation();
    this.indicators = readIndicators();
    this.periods = readPeriods();
    this.unmappedRows = readUnmappedRows();
    requireFigures();
  }

  /** Opens a generation; throws {@link MartException} when it is damaged or of another format. */
  static DuckDbMart open(StoreLayout store, String id, Layer layer) {
    Manifest manifest = Manifest.read(store.manifest(id));
    if (!manifest.generation().equals(id)) {
      throw new MartException(
          "Mappen %s har en annan generations manifest. Gör en ny körning.".formatted(id));
    }
    Generation generation = generation(manifest);
    Path file = store.mart(id, layer);
    if (!Files.isRegularFile(file)) {
      throw new MartException(
          "Filen %s finns inte. Gör en ny körning.".formatted(layer.fileName()));
    }
    try {
      return read(connect(file), store, generation);
    } catch (SQLException | IllegalArgumentException e) {
      throw new MartException(
          "Filen %s är skadad eller får inte läsas. Kontrollera rättigheterna, eller gör en ny körning."
              .formatted(layer.fileName()),
          e);
    }
  }

  private static DuckDbMart read(
      DuckDBConnection connection, StoreLayout store, Generation generation) throws SQLException {
    boolean complete = false;
    try {
      DuckDbMart mart = new DuckDbMart(connection, store, generation);
      complete = true;
      return mart;
    } finally {
      if (!complete) {
        connection.close();
      }
    }
  }

  private static DuckDBConnection connect(Path file) throws SQLException {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    readOnly.setProperty("threads", "2");
    return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)
        .unwrap(DuckDBConnection.class);
  }

  private static Generation generation(Manifest manifest) {
    try {
      return new Generation(
          manifest.generation(),
          Instant.parse(manifest.publishedAt()),
          LocalDate.parse(manifest.asOf()),
          LocalDate.parse(manifest.deliveredTo()),
          manifest.protectedSource(),
          manifest.protection(),
          Optional.ofNullable(manifest.culledBefore()).map(LocalDate::parse),
          false);
    } catch (DateTimeParseException damaged) {
      throw new MartException("Generationens manifest är skadat. Gör en ny körning.", damaged);
    }
  }

  @Override
  public Generation generation() {
    try {
      return StoreState.read(store, generation.id()).map(generation::after).orElse(generation);
    } catch (MartException | DateTimeParseException damaged) {
      return generation; // what is published stays served; the next run tells of the damage
    }
  }

  @Override
  public List<OrgNode> organisation() {
    return organisation;
  }

  @Override
  public List<IndicatorInfo> indicators() {
    return indicators;
  }

  @Override
  public List<Period> periods(PeriodKind kind) {
    return periods.getOrDefault(kind, List.of());
  }

  @Override
  public long unmappedRows() {
    return unmappedRows;
  }

  @Override
  public List<Figure> figures(FigureQuery query) {
    return figures(
        FIGURES,
        query.level().name(),
        query.orgUnitId(),
        query.kind().name(),
        query.stratum().dimension(),
        query.stratum().value(),
        query.anyStratum(),
        query.series(),
        query.anySeries(),
        query.indicators().isEmpty(),
        String.join(",", query.indicators()));
  }

  @Override
  public List<Figure> figures(ComparisonQuery query) {
    return figures(
        COMPARED,
        query.indicatorId(),
        query.level().name(),
        query.period().kind().name(),
        query.period().start());
  }

  private List<Figure> figures(String sql, Object... arguments) {
    return read(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        return rows(statement, FigureRow::figure);
      }
    });
  }

  @Override
  public <T> T read(Reading<T> reading) {
    try (Connection connection = root.duplicate()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new MartException("Generation %s kan inte läsas.".formatted(generation.id()), e);
    }
  }

  /** Fails where a column that figures are read from is not there. */
  private void requireFigures() throws SQLException {
    try (Connection connection = root.duplicate()) {
      connection.prepareStatement(FIGURES).close();
    }
  }

  private List<OrgNode> readOrganisation() throws SQLException {
    try (Connection connection = root.duplicate();
        PreparedStatement statement = connection.prepareStatement(ACTIVE_NODES)) {
      statement.setObject(1, generation.asOf());
      statement.setObject(2, generation.asOf());
      Collator swedish = Collator.getInstance(Locale.of("sv", "SE"));
      return rows(statement, CatalogueRow::node).stream()
          .sorted(Comparator.comparing(OrgNode::name, swedish).thenComparing(OrgNode::id))
          .toList();
    }
  }

  private List<IndicatorInfo> readIndicators() throws SQLException {
    try (Connection connection = root.duplicate();
        PreparedStatement definitions =
            connection.prepareStatement(
                "SELECT * FROM indicator_definition ORDER BY display_order, definition_version");
        PreparedStatement series =
            connection.prepareStatement("SELECT * FROM indicator_series ORDER BY display_order")) {
      return CatalogueRow.indicators(definitions, series);
    }
  }

  private Map<PeriodKind, List<Period>> readPeriods() throws SQLException {
    try (Connection connection = root.duplicate();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT DISTINCT period_kind, period_start FROM indicator_value ORDER BY ALL")) {
      Map<PeriodKind, List<Period>> found = new EnumMap<>(PeriodKind.class);
      for (Period period : rows(statement, FigureRow::period)) {
        if (period.isMarchYear()) {
          continue; // of the national measures alone; nobody chooses it
        }
        found.computeIfAbsent(period.kind(), kind -> new ArrayList<>()).add(period);
      }
      found.replaceAll((kind, list) -> List.copyOf(list));
      return found;
    }
  }

  private long readUnmappedRows() throws SQLException {
    try (Connection connection = root.duplicate();
        PreparedStatement statement = connection.prepareStatement(UNMAPPED_ROWS)) {
      return rows(statement, row -> row.getLong("unmapped")).getFirst();
    }
  }

  static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    }
  }

  /** Turns the current row into a value. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new MartException("Generation %s kan inte stängas.".formatted(generation.id()), e);
    }
  }
}
