package se.helhetssyn.pipelines.agreement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Pointer;
import se.helhetssyn.analytics.mart.StoreLayout;

/** The figures of months of units that never changed, counted again from the rows that are kept. */
final class CountedAgain {
  private static final String DIFFERENCES =
      """
      SELECT concat_ws(' ', indicator_id, series, stratum_value, org_unit_id, period_start, numerator, denominator,
                       again_numerator, again_denominator)
      FROM told WHERE (numerator, denominator) <> (again_numerator, again_denominator) ORDER BY 1
      """;

  private final List<String> differences;
  private final List<String> indicators;
  private final List<String> keys;

  private CountedAgain(List<String> differences, List<String> indicators, List<String> keys) {
    this.differences = differences;
    this.indicators = indicators;
    this.keys = keys;
  }

  static CountedAgain of(Path root) throws SQLException {
    StoreLayout store = new StoreLayout(root);
    String served = Pointer.read(store).orElseThrow();
    Path kept = store.measures(served);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          ATTACH '%s' AS mart (READ_ONLY);
          CREATE TEMP VIEW kept AS FROM read_parquet('%s/rows/**/*.parquet', hive_partitioning = false);
          CREATE TEMP VIEW series AS FROM read_parquet('%s/series.parquet');
          CREATE TEMP TABLE counted AS
          SELECT indicator_id, series, stratum, stratum_value, org_unit_id, period_start,
                 count(*) FILTER (flag & 1 = 1) AS numerator, count(*) FILTER (flag & 2 = 2) AS denominator
          FROM (
            SELECT s.*, k.unit AS org_unit_id, CAST(date_trunc('month', k.counted_on) AS DATE) AS period_start,
                   ascii(k.flags[s.place + 1]) - ascii('a') AS flag
            FROM kept k
            JOIN series s USING (measure)
            WHERE k.as_was AND k.period_no IS NULL AND s.value_kind = 'SHARE' AND s.amount_at IS NULL
              AND k.unit IN (SELECT org_unit_id FROM mart.org_unit GROUP BY 1 HAVING count(*) = 1)
          )
          GROUP BY ALL;
          CREATE TEMP TABLE told AS
          SELECT v.*, c.numerator AS again_numerator, c.denominator AS again_denominator
          FROM mart.indicator_value v
          JOIN counted c USING (indicator_id, series, stratum, stratum_value, org_unit_id, period_start)
          WHERE v.attribution = 'AS_WAS' AND v.org_level = 'UNIT' AND v.period_kind = 'MONTH'
            AND v.state = 'VALUE' AND v.value_kind = 'SHARE'
          """
              .formatted(store.mart(served, Layer.INTERNAL), kept, kept));
      return new CountedAgain(
          texts(statement, DIFFERENCES),
          texts(statement, "SELECT DISTINCT indicator_id FROM told"),
          texts(
              statement,
              "SELECT record_key FROM kept GROUP BY 1 HAVING count(*) > 1 OR record_key IS NULL"));
    }
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Figures that are told otherwise than the rows add up to. */
  List<String> differences() {
    return differences;
  }

  /** Indicators that were held against their rows. */
  List<String> indicators() {
    return indicators;
  }

  /** Keys that are not a row's own. */
  List<String> sharedKeys() {
    return keys;
  }
}
