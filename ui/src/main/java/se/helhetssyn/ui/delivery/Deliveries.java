package se.helhetssyn.ui.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who delivered what by hand, when, and what became of it. */
@Repository
class Deliveries {
  private static final int LONGEST_MESSAGE = 2_000;

  private final JdbcClient database;

  Deliveries(JdbcClient database) {
    this.database = database;
  }

  void open(String id, String user, Instant at) {
    database
        .sql(
            """
            INSERT INTO delivery (delivery_id, user_name, opened_at, state)
            VALUES (:id, :user, :at, 'OPEN')
            """)
        .param("id", id)
        .param("user", user)
        .param("at", at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
        .update();
  }

  void received(String id, Staging.Received file) {
    database
        .sql(
            "INSERT INTO delivery_file (delivery_id, file_name, bytes) VALUES (:id, :name, :bytes)")
        .param("id", id)
        .param("name", file.name().shown())
        .param("bytes", file.bytes())
        .update();
  }

  /** Moves it on; false if it was not in that state any more, so that nothing is done twice. */
  boolean move(String id, DeliveryState from, DeliveryState to) {
    return database
            .sql(
                "UPDATE delivery SET state = :to, message = NULL WHERE delivery_id = :id AND state = :from")
            .param("to", to.name())
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  void readWith(String id, @Nullable String mapping) {
    database
        .sql("UPDATE delivery SET mapping = :mapping WHERE delivery_id = :id")
        .param("mapping", mapping)
        .param("id", id)
        .update();
  }

  void found(String id, String report) {
    database
        .sql("UPDATE delivery SET report = :report WHERE delivery_id = :id")
        .param("report", report)
        .param("id", id)
        .update();
  }

  void say(String id, String message) {
    database
        .sql("UPDATE delivery SET message = :message WHERE delivery_id = :id")
        .param("message", message.substring(0, Math.min(LONGEST_MESSAGE, message.length())))
        .param("id", id)
        .update();
  }

  void startedAs(String id, String run) {
    database
        .sql("UPDATE delivery SET run_id = :run WHERE delivery_id = :id")
        .param("run", run)
        .param("id", id)
        .update();
  }

  Optional<HandDelivery> find(String id) {
    return database
        .sql("SELECT * FROM delivery WHERE delivery_id = :id")
        .param("id", id)
        .query((row, number) -> delivery(row))
        .optional()
        .map(this::withFiles);
  }

  /** What somebody delivered last. */
  Optional<HandDelivery> lastOf(String user) {
    return database
        .sql(
            """
            SELECT * FROM delivery WHERE user_name = :user
            ORDER BY opened_at DESC, delivery_id DESC LIMIT 1
            """)
        .param("user", user)
        .query((row, number) -> delivery(row))
        .optional()
        .map(this::withFiles);
  }

  /** Those whose files are still needed. */
  List<HandDelivery> open() {
    return database
        .sql(
            """
            SELECT * FROM delivery WHERE state IN ('OPEN', 'EXAMINING', 'EXAMINED', 'STARTED')
            """)
        .query((row, number) -> delivery(row))
        .list()
        .stream()
        .map(this::withFiles)
        .toList();
  }

  /** Without its files: while rows are read their connection is taken. */
  private static HandDelivery delivery(ResultSet row) throws SQLException {
    return new HandDelivery(
        row.getString("delivery_id"),
        row.getString("user_name"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        DeliveryState.valueOf(row.getString("state")),
        row.getString("mapping"),
        row.getString("report"),
        row.getString("message"),
        row.getString("run_id"),
        List.of());
  }

  private HandDelivery withFiles(HandDelivery delivery) {
    return delivery.with(files(delivery.id()));
  }

  private List<HandDelivery.File> files(String id) {
    return database
        .sql(
            "SELECT file_name, bytes FROM delivery_file WHERE delivery_id = :id ORDER BY file_name")
        .param("id", id)
        .query((row, number) ->
            new HandDelivery.File(row.getString("file_name"), row.getLong("bytes")))
        .list();
  }
}
