package se.helhetssyn.analytics.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a layer tells about the quality of its deliveries. */
public final class QualityQueries {
  private final Statement statement;
  private final String catalog;

  /**
   * @param statement of a connection where the layer is attached
   * @param catalog name under which it is attached
   */
  public QualityQueries(Statement statement, String catalog) {
    this.statement = statement;
    this.catalog = catalog;
  }

  /**
   * Every check, in the order of the rules and then by table.
   *
   * @throws ThresholdsException if a threshold is about a rule that the layer does not know
   */
  public List<QualityCheck> checks(Thresholds thresholds) throws SQLException {
    thresholds.requireRules(rules());
    List<QualityCheck> checks = new ArrayList<>();
    String sql = resource("checks.sql").replace("${catalog}", catalog);
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        checks.add(check(row, thresholds));
      }
    }
    return checks;
  }

  private static QualityCheck check(ResultSet row, Thresholds thresholds) throws SQLException {
    String rule = row.getString("rule_id");
    String table = row.getString("table_name");
    long checked = row.getLong("rows_checked");
    double threshold = thresholds.share(rule, table, row.getDouble("threshold"));
    long atMost = row.getLong("rows_at_most");
    CheckStatus status = CheckStatus.of(checked, atMost, row.getBoolean("broken"), threshold);
    @Nullable Long affected = row.getBoolean("hidden") ? null : Long.valueOf(atMost);
    return new QualityCheck(rule, table, checked, affected, threshold, status);
  }

  private Set<String> rules() throws SQLException {
    Set<String> rules = new HashSet<>();
    try (ResultSet row =
        statement.executeQuery("SELECT rule_id FROM %s.quality_rule".formatted(catalog))) {
      while (row.next()) {
        rules.add(row.getString(1));
      }
    }
    return rules;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(QualityQueries.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
