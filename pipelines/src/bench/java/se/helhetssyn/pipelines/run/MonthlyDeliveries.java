package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Divides one extract of an invented municipality into what its source would have delivered month
 * by month: a full load of the time before, then one delivery of changes a month. A stay comes when
 * it begins and once more when it has ended; a deviation when it is reported and when it is closed.
 */
final class MonthlyDeliveries {
  /** Table → the day that a row is told of, and with it the rows themselves where they differ. */
  private static final Map<String, String> TOLD = new LinkedHashMap<>();

  static {
    TOLD.put("org_unit", "SELECT *, NULL::DATE AS told FROM org_unit");
    TOLD.put("org_succession", "SELECT *, change_date::DATE AS told FROM org_succession");
    TOLD.put("unit_calendar", "SELECT *, date_from::DATE AS told FROM unit_calendar");
    TOLD.put(
        "person",
        "SELECT p.*, (SELECT min(start_date::DATE) FROM enrolment e WHERE e.person_key = p.person_key) AS told FROM person p");
    TOLD.put(
        "enrolment",
        """
        SELECT * REPLACE (NULL AS end_date, NULL AS end_reason), start_date::DATE AS told FROM enrolment
        UNION ALL SELECT *, end_date::DATE AS told FROM enrolment WHERE end_date IS NOT NULL\
        """);
    TOLD.put("absence", "SELECT *, from_date::DATE AS told FROM absence");
    TOLD.put("conference", "SELECT *, planned_start::DATE AS told FROM conference");
    TOLD.put("conference_participant", child("conference_participant", "conference", "conference_id", "planned_start"));
    TOLD.put("conference_case", child("conference_case", "conference", "conference_id", "planned_start"));
    TOLD.put("plan", "SELECT *, created_at::DATE AS told FROM plan");
    TOLD.put("plan_revision", "SELECT *, revised_at::DATE AS told FROM plan_revision");
    TOLD.put("risk_assessment", "SELECT *, assessed_at::DATE AS told FROM risk_assessment");
    TOLD.put("risk_cause", child("risk_cause", "risk_assessment", "assessment_id", "assessed_at"));
    TOLD.put("preventive_action", "SELECT *, planned_at::DATE AS told FROM preventive_action");
    TOLD.put("action_followup", "SELECT *, followed_up_at::DATE AS told FROM action_followup");
    TOLD.put(
        "deviation",
        """
        SELECT * REPLACE ('NEW' AS status, NULL AS closed_at), reported_at::DATE AS told FROM deviation
        WHERE closed_at IS NOT NULL
        UNION ALL SELECT *, coalesce(closed_at::DATE, reported_at::DATE) AS told FROM deviation\
        """);
    TOLD.put("deviation_action", "SELECT *, decided_at::DATE AS told FROM deviation_action");
    TOLD.put("outcome_event", "SELECT *, occurred_at::DATE AS told FROM outcome_event");
    TOLD.put("quality_register_entry", "SELECT *, registered_at::DATE AS told FROM quality_register_entry");
    TOLD.put("followup_item", child("followup_item", "conference", "raised_conference_id", "planned_start"));
    TOLD.put("special_event", "SELECT *, occurred_at::DATE AS told FROM special_event");
  }

  private static final String HEADER =
      "extract_id,source_system,table_name,root_org_unit_id,period_from,period_to,extracted_at,row_count,file_sha256,encoding,delimiter,schema_version,delivered_by,is_full_load\n";

  private final Path extracts;
  private final Path out;

  private MonthlyDeliveries(Path extracts, Path out) {
    this.extracts = extracts;
    this.out = out;
  }

  private static String child(String table, String parent, String key, String day) {
    return "SELECT c.*, p.%s::DATE AS told FROM %s c LEFT JOIN %s p ON p.%s = c.%s"
        .formatted(day, table, parent, parent.equals("conference") ? "conference_id" : key, key);
  }

  /**
   * Writes the deliveries into folders named {@code 0}, {@code 1} and so on.
   *
   * @param first first day of the first month with a delivery of its own
   * @return rows of each
   */
  static long[] write(Path extracts, Path out, LocalDate first, int months)
      throws IOException, SQLException {
    return new MonthlyDeliveries(extracts, out).write(first, months);
  }

  private long[] write(LocalDate first, int months) throws IOException, SQLException {
    long[] rows = new long[months + 1];
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (String table : TOLD.keySet()) {
        statement.execute(
            "CREATE VIEW %1$s AS SELECT * FROM read_csv('%2$s/%1$s.csv', all_varchar = TRUE)"
                .formatted(table, extracts));
      }
      for (int month = 0; month <= months; month++) {
        LocalDate from = month == 0 ? LocalDate.EPOCH : first.plusMonths(month - 1);
        rows[month] = delivery(statement, month, from, first.plusMonths(month));
      }
    }
    return rows;
  }

  /** Rows told of from one day to before another; the foundation has those without a day too. */
  private long delivery(Statement statement, int month, LocalDate from, LocalDate to)
      throws IOException, SQLException {
    Path folder = Files.createDirectories(out.resolve(String.valueOf(month)));
    StringBuilder manifest = new StringBuilder(HEADER);
    long all = 0;
    for (Map.Entry<String, String> table : TOLD.entrySet()) {
      Path file = folder.resolve(table.getKey() + ".csv");
      String chosen =
          "FROM (%s) AS t WHERE told >= DATE '%s' AND told < DATE '%s'%s"
              .formatted(table.getValue(), from, to, month == 0 ? " OR told IS NULL" : "")
              + newest(table.getKey());
      long rows = count(statement, "SELECT count(*) FROM (SELECT * %s)".formatted(chosen));
      if (rows > 0) {
        statement.execute("COPY (SELECT * EXCLUDE (told) %s) TO '%s' (HEADER)".formatted(chosen, file));
        manifest.append(announcement(table.getKey(), file, rows, month, to));
        all += rows;
      }
    }
    Files.writeString(folder.resolve("extract_manifest.csv"), manifest);
    return all;
  }

  /** Of a row that is told of twice in one delivery the later is meant. */
  private static String newest(String table) {
    return switch (table) {
      case "enrolment", "deviation" ->
          " QUALIFY row_number() OVER (PARTITION BY %s_id ORDER BY told DESC) = 1".formatted(table);
      default -> "";
    };
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private static String announcement(
      String table, Path file, long rows, int month, LocalDate to) throws IOException {
    return Stream.of(
                "M%02d-%s".formatted(month, table),
                "VERKSAMHET",
                table,
                "",
                to.minusMonths(1).toString(), // figures are wanted for the months that are measured
                to.minusDays(1).toString(),
                to.minusDays(1) + "T23:00:00",
                String.valueOf(rows),
                DigestUtils.sha256Hex(Files.readAllBytes(file)),
                "UTF-8",
                "\",\"",
                "1",
                "Kommunen",
                month == 0 ? "YES" : "NO")
            .collect(joining(","))
        + "\n";
  }
}
