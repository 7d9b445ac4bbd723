package se.helhetssyn.analytics.quality;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.MartTable;
import se.helhetssyn.analytics.mart.Period;

/**
 * What a generation tells, in one layer, of deliveries and their quality. A table that the
 * generation was made without gives an empty list. Every method throws {@link MartException} when
 * the file cannot be read.
 */
public final class QualityMart {
  /** The schema that the tables lie in, in a file opened by itself. */
  private static final String CATALOG = "main";

  private final Mart mart;

  public QualityMart(Mart mart) {
    this.mart = mart;
  }

  /** The rules, in their order. */
  public List<RuleText> rules() {
    return rows("SELECT * FROM quality_rule ORDER BY display_order", QualityRow::rule);
  }

  /**
   * Every check of this generation's deliveries, in the order of the rules and then by table.
   *
   * @throws ThresholdsException if a threshold is about a rule that the layer does not know
   */
  public List<QualityCheck> checks(Thresholds thresholds) {
    return mart.read(connection -> {
      try (Statement statement = connection.createStatement()) {
        return new QualityQueries(statement, CATALOG).checks(thresholds);
      }
    });
  }

  /** What broke a rule in this generation's deliveries, by table, file, code and unit. */
  public List<QualityFinding> findings(String rule) {
    return rows(
        "SELECT * FROM quality_finding WHERE rule_id = ?"
            + " ORDER BY table_name, source_file, code, treatment, org_unit_id",
        QualityRow::finding,
        rule);
  }

  /** How a rule fell out run by run, the oldest first and this generation's last, by table. */
  public List<TrendPoint> trend(String rule) {
    List<TrendPoint> points = new ArrayList<>();
    points.addAll(
        rows(
            DeliverySchema.QUALITY_RUN,
            "WHERE rule_id = ? ORDER BY published_at, run, table_name",
            QualityRow::trend,
            rule));
    String run = mart.generation().id();
    Instant publishedAt = mart.generation().publishedAt();
    checks(Thresholds.NONE).stream()
        .filter(c -> c.rule().equals(rule))
        .map(c ->
            new TrendPoint(
                run,
                publishedAt,
                c.table(),
                c.rowsChecked(),
                c.rowsAffected(),
                c.status() == CheckStatus.ERROR))
        .forEach(points::add);
    return List.copyOf(points);
  }

  /** Every file that ever came, the latest first. */
  public List<DeliveryLoad> deliveries() {
    return rows(DeliverySchema.DELIVERY, "ORDER BY delivery_no DESC", QualityRow::load);
  }

  /** What was expected and did not come, by table, unit and month. */
  public List<DeliveryGap> gaps() {
    return rows(
        DeliverySchema.DELIVERY_GAP, "ORDER BY table_name, org_unit_id, month", QualityRow::gap);
  }

  /** Full loads held against each other, by table and source. */
  public List<LoadComparison> comparisons() {
    return rows(
        DeliverySchema.DELIVERY_COMPARISON,
        "ORDER BY table_name, source_system, rowid",
        QualityRow::comparison);
  }

  /** How the run changed the rows that count, by table, month and unit. */
  public List<TableChange> changes() {
    return rows(
        DeliverySchema.ROW_CHANGE, "ORDER BY table_name, month, org_unit_id", QualityRow::change);
  }

  /** Revised figures by indicator, series, stratum, node and period. */
  public List<Revision> revisions(RevisionQuery query) {
    @Nullable Period period = query.period();
    return rows(
        DeliverySchema.FIGURE_REVISION,
        """
        WHERE indicator_id = coalesce(CAST(? AS VARCHAR), indicator_id)
          AND org_unit_id = coalesce(CAST(? AS VARCHAR), org_unit_id)
          AND period_kind = coalesce(CAST(? AS VARCHAR), period_kind)
          AND period_start = coalesce(CAST(? AS DATE), period_start)
        ORDER BY rowid
        """,
        QualityRow::revision,
        query.indicatorId(),
        query.orgUnitId(),
        period == null ? null : period.kind().name(),
        period == null ? null : period.start());
  }

  /** Tables whose curve of late registration is told for the whole organisation. */
  public List<String> delayTables() {
    return rows(
        DeliverySchema.REGISTRATION_DELAY,
        "WHERE org_unit_id IS NULL AND day = 0 ORDER BY table_name",
        row -> row.getString("table_name"));
  }

  /**
   * The curve of a table, day by day; empty where it is not told.
   *
   * @param unit id of a unit; null for the whole organisation
   */
  public List<DelayPoint> delays(String table, @Nullable String unit) {
    return rows(
        DeliverySchema.REGISTRATION_DELAY,
        "WHERE table_name = ? AND org_unit_id IS NOT DISTINCT FROM CAST(? AS VARCHAR) ORDER BY day",
        QualityRow::delay,
        table,
        unit);
  }

  /** How long periods stay preliminary, by indicator. */
  public List<IndicatorDelay> indicatorDelays() {
    return rows(
        DeliverySchema.INDICATOR_DELAY, "ORDER BY indicator_id", QualityRow::indicatorDelay);
  }

  private <T> List<T> rows(
      MartTable table, String rest, RowReader<T> reader, @Nullable Object... arguments) {
    return isThere(table)
        ? rows("SELECT * FROM %s %s".formatted(table.name(), rest), reader, arguments)
        : List.of();
  }

  private boolean isThere(MartTable table) {
    String sql = "SELECT table_name FROM duckdb_tables() WHERE table_name = ?";
    return !rows(sql, row -> row.getString(1), table.name()).isEmpty();
  }

  private <T> List<T> rows(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return mart.read(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        return read(statement, reader);
      }
    });
  }

  private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return List.copyOf(rows);
    }
  }

  /** Turns the current row into a value. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
