package se.helhetssyn.analytics.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;
import se.helhetssyn.analytics.mart.ValueKind;

/** Reads rows of the tables that tell of deliveries and their quality. */
final class QualityRow {
  private static final String VALUE = "VALUE";

  private QualityRow() {}

  static RuleText rule(ResultSet row) throws SQLException {
    return new RuleText(
        row.getString("rule_id"),
        row.getString("title"),
        row.getString("severity"),
        row.getString("treatment"),
        row.getString("category"),
        row.getString("context"),
        row.getDouble("threshold"),
        row.getString("grounds"),
        row.getString("explanation"),
        row.getString("to_supplier"));
  }

  static QualityFinding finding(ResultSet row) throws SQLException {
    return new QualityFinding(
        row.getString("rule_id"),
        row.getString("code"),
        row.getString("table_name"),
        row.getString("source_file"),
        row.getString("org_unit_id"),
        row.getString("treatment"),
        count(row, "rows_affected"),
        count(row, "fewer_than"));
  }

  static TrendPoint trend(ResultSet row) throws SQLException {
    return new TrendPoint(
        row.getString("run"),
        Instant.parse(row.getString("published_at")),
        row.getString("table_name"),
        row.getLong("rows_checked"),
        count(row, "rows_affected"),
        row.getBoolean("broken"));
  }

  static DeliveryLoad load(ResultSet row) throws SQLException {
    return new DeliveryLoad(
        row.getInt("delivery_no"),
        row.getString("run"),
        row.getString("loaded_at"),
        row.getString("source_file"),
        row.getString("table_name"),
        row.getString("source_system"),
        row.getString("extract_id"),
        row.getString("extracted_at"),
        row.getBoolean("announced"),
        row.getBoolean("full_load"),
        row.getString("root_org_unit_id"),
        day(row, "period_from"),
        day(row, "period_to"),
        row.getBoolean("taken"),
        count(row, "delivered"),
        isTold(row) ? loaded(row) : null);
  }

  private static DeliveryLoad.Rows loaded(ResultSet row) throws SQLException {
    return new DeliveryLoad.Rows(
        row.getLong("trusted"),
        row.getLong("quarantined"),
        row.getLong("duplicates"),
        row.getLong("rejected"));
  }

  static DeliveryGap gap(ResultSet row) throws SQLException {
    return new DeliveryGap(
        row.getString("table_name"),
        row.getString("org_unit_id"),
        row.getObject("month", LocalDate.class));
  }

  static LoadComparison comparison(ResultSet row) throws SQLException {
    return new LoadComparison(
        row.getString("table_name"),
        row.getString("source_system"),
        row.getString("older_extract_id"),
        row.getString("newer_extract_id"),
        isTold(row)
            ? new LoadComparison.Keys(
                row.getLong("alike"),
                row.getLong("changed"),
                row.getLong("added"),
                row.getLong("gone"))
            : null);
  }

  static TableChange change(ResultSet row) throws SQLException {
    return new TableChange(
        row.getString("table_name"),
        row.getString("org_unit_id"),
        day(row, "month"),
        isTold(row)
            ? new TableChange.Rows(
                row.getLong("added"), row.getLong("changed"), row.getLong("removed"))
            : null);
  }

  static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        figure(row),
        row.getInt("version_before"),
        ValueKind.valueOf(row.getString("value_kind")),
        new Revision.Side(row.getString("state_before"), number(row, "value_before")),
        new Revision.Side(row.getString("state_after"), number(row, "value_after")),
        Arrays.stream(row.getString("cause").split(",")).map(RevisionCause::valueOf).toList());
  }

  private static FigureKey figure(ResultSet row) throws SQLException {
    return new FigureKey(
        row.getString("indicator_id"),
        row.getInt("version_after"),
        row.getString("series"),
        row.getString("attribution"),
        OrgLevel.valueOf(row.getString("org_level")),
        row.getString("org_unit_id"),
        new Period(
            PeriodKind.valueOf(row.getString("period_kind")),
            row.getObject("period_start", LocalDate.class)),
        new Stratum(row.getString("stratum"), row.getString("stratum_value")));
  }

  static DelayPoint delay(ResultSet row) throws SQLException {
    return new DelayPoint(row.getInt("day"), row.getLong("rows"), row.getDouble("share"));
  }

  static IndicatorDelay indicatorDelay(ResultSet row) throws SQLException {
    return new IndicatorDelay(
        row.getString("indicator_id"),
        row.getInt("delay_days"),
        row.getString("slowest_table"),
        row.getBoolean("measured"));
  }

  private static boolean isTold(ResultSet row) throws SQLException {
    return VALUE.equals(row.getString("state"));
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable Long count(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }
}
