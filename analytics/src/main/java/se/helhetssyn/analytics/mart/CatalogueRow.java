package se.helhetssyn.analytics.mart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the organisation and the indicator catalogue. */
final class CatalogueRow {
  private record Version(String indicator, int version) {}

  private record VersionSeries(Version version, SeriesInfo series) {}

  private CatalogueRow() {}

  static OrgNode node(ResultSet row) throws SQLException {
    return new OrgNode(
        OrgLevel.valueOf(row.getString("level")),
        row.getString("org_unit_id"),
        row.getString("name"),
        Optional.ofNullable(row.getString("parent_id")),
        Optional.ofNullable(row.getString("unit_type")),
        Optional.ofNullable(row.getString("provider_form")));
  }

  static List<IndicatorInfo> indicators(PreparedStatement definitions, PreparedStatement series)
      throws SQLException {
    Map<Version, List<SeriesInfo>> seriesOf =
        DuckDbMart.rows(series, CatalogueRow::series).stream()
            .collect(groupingBy(VersionSeries::version, mapping(VersionSeries::series, toList())));
    return DuckDbMart.rows(definitions, row -> indicator(row, seriesOf));
  }

  private static VersionSeries series(ResultSet row) throws SQLException {
    return new VersionSeries(
        version(row),
        new SeriesInfo(
            row.getString("series"),
            row.getString("name"),
            ValueKind.valueOf(row.getString("value_kind"))));
  }

  private static IndicatorInfo indicator(ResultSet row, Map<Version, List<SeriesInfo>> seriesOf)
      throws SQLException {
    double target = row.getDouble("target");
    boolean hasTarget = !row.wasNull();
    return new IndicatorInfo(
        row.getString("indicator_id"),
        row.getInt("definition_version"),
        row.getString("heading"),
        row.getString("name"),
        row.getString("purpose"),
        row.getString("counted"),
        Direction.valueOf(row.getString("direction")),
        hasTarget ? target : null,
        row.getString("target_source"),
        row.getInt("maturity_days"),
        isCore(row),
        row.getString("definition"),
        seriesOf.getOrDefault(version(row), List.of()));
  }

  /** Before it was told, every indicator was one of the core. */
  private static boolean isCore(ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    if (!row.getMetaData().getColumnName(columns).equals("core")) {
      return true;
    }
    boolean core = row.getBoolean(columns);
    return core || row.wasNull();
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(row.getString("indicator_id"), row.getInt("definition_version"));
  }
}
