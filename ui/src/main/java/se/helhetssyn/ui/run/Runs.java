package se.helhetssyn.ui.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.helhetssyn.ui.run.PipelineRun.End;
import se.helhetssyn.ui.run.PipelineRun.ProcessMark;
import se.helhetssyn.ui.run.PipelineRun.RowSums;

/** The runs that the dashboards have started. */
@Repository
public class Runs {
  private static final int LONGEST_MESSAGE = 2_000;

  private final JdbcClient database;

  Runs(JdbcClient database) {
    this.database = database;
  }

  void add(PipelineRun run) {
    ProcessMark process = run.process();
    database
        .sql(
            """
            INSERT INTO pipeline_run
              (run_id, user_name, delivery_id, schedule_id, scheduled_day, started_at, pid, process_started)
            VALUES (:id, :user, :delivery, :schedule, :day, :at, :pid, :process)
            """)
        .param("id", run.id())
        .param("user", run.user())
        .param("delivery", run.deliveryId())
        .param("schedule", run.scheduleId())
        .param("day", run.scheduledDay(), java.sql.Types.DATE)
        .param("at", at(run.startedAt()))
        .param("pid", process == null ? null : process.pid(), java.sql.Types.BIGINT)
        .param(
            "process",
            process == null ? null : at(process.startedAt()),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void startedAs(String id, ProcessMark process) {
    database
        .sql("UPDATE pipeline_run SET pid = :pid, process_started = :at WHERE run_id = :id")
        .param("pid", process.pid())
        .param("at", at(process.startedAt()))
        .param("id", id)
        .update();
  }

  /** Takes a run that never was off the list. */
  void forget(String id) {
    database.sql("DELETE FROM pipeline_run WHERE run_id = :id").param("id", id).update();
  }

  void cancelled(String id, String user) {
    database
        .sql("UPDATE pipeline_run SET cancelled_by = :user WHERE run_id = :id AND outcome IS NULL")
        .param("user", user)
        .param("id", id)
        .update();
  }

  /** Says how a run ended; false if that was known already. */
  boolean ended(String id, End end) {
    RowSums rows = end.rows();
    String message = end.message();
    return database
            .sql(
                """
                UPDATE pipeline_run
                SET ended_at = :at, outcome = :outcome, message = :message,
                    delivered = :delivered, trusted = :trusted, set_aside = :aside
                WHERE run_id = :id AND outcome IS NULL
                """)
            .param("id", id)
            .param("at", at(end.at()))
            .param("outcome", end.outcome().name())
            .param("message", message.substring(0, Math.min(LONGEST_MESSAGE, message.length())))
            .param("delivered", rows == null ? null : rows.delivered(), java.sql.Types.BIGINT)
            .param("trusted", rows == null ? null : rows.trusted(), java.sql.Types.BIGINT)
            .param("aside", rows == null ? null : rows.setAside(), java.sql.Types.BIGINT)
            .update()
        == 1;
  }

  /** The run of a name; empty if the dashboards did not start it. */
  public Optional<PipelineRun> find(String id) {
    return database
        .sql("SELECT * FROM pipeline_run WHERE run_id = :id")
        .param("id", id)
        .query(Runs::run)
        .optional();
  }

  /** Runs that have not ended as far as anybody knows. */
  List<PipelineRun> open() {
    return database
        .sql("SELECT * FROM pipeline_run WHERE outcome IS NULL ORDER BY started_at")
        .query(Runs::run)
        .list();
  }

  /** The last runs, newest first. */
  public List<PipelineRun> last(int number) {
    return database
        .sql("SELECT * FROM pipeline_run ORDER BY started_at DESC, run_id DESC LIMIT :number")
        .param("number", number)
        .query(Runs::run)
        .list();
  }

  /** The run that ended last of those that nobody stopped; empty if there is none. */
  Optional<PipelineRun> lastDecided() {
    return database
        .sql(
            """
            SELECT * FROM pipeline_run WHERE outcome IS NOT NULL AND outcome NOT IN ('CANCELLED', 'POSTPONED')
            ORDER BY started_at DESC, run_id DESC LIMIT 1
            """)
        .query(Runs::run)
        .optional();
  }

  private static PipelineRun run(ResultSet row, int number) throws SQLException {
    long pid = row.getLong("pid");
    Instant process = instant(row, "process_started");
    return new PipelineRun(
        row.getString("run_id"),
        row.getString("user_name"),
        row.getString("delivery_id"),
        row.getString("schedule_id"),
        row.getObject("scheduled_day", LocalDate.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        process == null ? null : new ProcessMark(pid, process),
        row.getString("cancelled_by"),
        end(row));
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    Instant at = instant(row, "ended_at");
    if (at == null) {
      return null;
    }
    long delivered = row.getLong("delivered");
    RowSums rows =
        row.wasNull()
            ? null
            : new RowSums(delivered, row.getLong("trusted"), row.getLong("set_aside"));
    return new End(
        at, RunOutcome.valueOf(row.getString("outcome")), row.getString("message"), rows);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
