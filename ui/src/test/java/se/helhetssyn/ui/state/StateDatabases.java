package se.helhetssyn.ui.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that the application's own state may live in, each new and with its schema. */
public enum StateDatabases {
  /** The one that comes with the application. */
  H2,
  /** A real PostgreSQL server. */
  POSTGRESQL;

  private static @Nullable EmbeddedPostgres server;

  /** A new empty database. */
  public JdbcClient client() {
    DataSource made =
        switch (this) {
          case H2 -> newH2();
          case POSTGRESQL -> newPostgres();
        };
    Flyway.configure().dataSource(made).load().migrate();
    return JdbcClient.create(made);
  }

  private static DataSource newH2() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
  }

  private static DataSource newPostgres() {
    String schema = "s" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException("postgres", e);
    }
    return new DriverManagerDataSource(
        server().getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
  }

  /** One for the whole run; it stops with the process. */
  public static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
