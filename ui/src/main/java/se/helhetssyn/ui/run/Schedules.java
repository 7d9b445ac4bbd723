package se.helhetssyn.ui.run;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs that are started every day. */
@Repository
class Schedules {
  private final JdbcClient database;
  private final Clock clock;

  Schedules(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void add(Schedule schedule) {
    database
        .sql(
            """
            INSERT INTO schedule
              (schedule_id, daily_at, folder, mapping, grace_minutes, user_name, set_at, last_day)
            VALUES (:id, :time, :folder, :mapping, :grace, :user, :at, :day)
            """)
        .param("id", schedule.id())
        .param("time", schedule.dailyAt().truncatedTo(ChronoUnit.MINUTES).toString())
        .param("folder", schedule.folder().toString())
        .param("mapping", schedule.mapping())
        .param("grace", (int) schedule.grace().toMinutes())
        .param("user", schedule.user())
        .param("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
        .param("day", schedule.lastDay())
        .update();
  }

  void remove(String id) {
    database.sql("DELETE FROM schedule WHERE schedule_id = :id").param("id", id).update();
  }

  void started(String id, LocalDate day) {
    database
        .sql("UPDATE schedule SET last_day = :day WHERE schedule_id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  void alarmed(String id, LocalDate day) {
    database
        .sql("UPDATE schedule SET alarmed_day = :day WHERE schedule_id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  /** All of them, in order of time of day. */
  List<Schedule> all() {
    return database
        .sql("SELECT * FROM schedule ORDER BY daily_at, schedule_id")
        .query((row, number) -> schedule(row))
        .list();
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        row.getString("schedule_id"),
        LocalTime.parse(row.getString("daily_at")),
        Path.of(row.getString("folder")),
        row.getString("mapping"),
        Duration.ofMinutes(row.getInt("grace_minutes")),
        row.getString("user_name"),
        row.getObject("last_day", LocalDate.class),
        row.getObject("alarmed_day", LocalDate.class));
  }
}
