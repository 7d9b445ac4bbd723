package se.helhetssyn.ui.quality;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.helhetssyn.analytics.quality.Thresholds;

/** The moved thresholds in the application's own database; every change is kept. */
@Repository
class QualityThresholds {
  private final JdbcClient database;

  QualityThresholds(JdbcClient database) {
    this.database = database;
  }

  /** Keeps a change beside those before it. */
  void move(MovedThreshold moved) {
    Double share = moved.share();
    database
        .sql(
            """
            INSERT INTO quality_threshold
              (rule_id, table_name, share, reason, changed_by, changed_at)
            VALUES (:rule, :table, :share, :reason, :who, :when)
            """)
        .param("rule", moved.rule())
        .param("table", moved.table())
        .param("share", share == null ? null : BigDecimal.valueOf(share))
        .param("reason", moved.reason())
        .param("who", moved.changedBy())
        .param("when", moved.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Every change, the latest first. */
  List<MovedThreshold> history() {
    return database
        .sql("SELECT * FROM quality_threshold ORDER BY change_no DESC")
        .query((row, number) -> moved(row))
        .list();
  }

  /**
   * What a history leaves in force: of each rule and table the latest change. A table that has the
   * rule's own again keeps it whatever limit the other tables have.
   *
   * @param history the latest first
   * @param own the share that each rule comes with; changes of other rules are passed over
   */
  static Thresholds inForce(List<MovedThreshold> history, Map<String, Double> own) {
    List<Thresholds.Limit> limits = new ArrayList<>();
    Set<List<@Nullable String>> seen = new HashSet<>();
    for (MovedThreshold moved : history) {
      Double rules = own.get(moved.rule());
      if (rules != null && seen.add(Arrays.asList(moved.rule(), moved.table()))) {
        double share = Objects.requireNonNullElse(moved.share(), rules);
        limits.add(new Thresholds.Limit(moved.rule(), moved.table(), share));
      }
    }
    return new Thresholds(limits);
  }

  private static MovedThreshold moved(ResultSet row) throws SQLException {
    BigDecimal share = row.getBigDecimal("share");
    return new MovedThreshold(
        row.getString("rule_id"),
        row.getString("table_name"),
        share == null ? null : share.doubleValue(),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
