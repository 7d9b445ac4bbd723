package se.helhetssyn.ui.app;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.HelhetssynUi;
import se.helhetssyn.ui.login.DemoAccounts;

/** Starts the web application after looking at what it is given. */
final class Server {
  private static final int LAST_PORT = 65_535;

  /** H2's error code for a database that another process has open. */
  private static final int DATABASE_IN_USE = 90_020;

  private Server() {}

  /**
   * Starts and returns when the application answers.
   *
   * @return the running application
   * @throws StartProblem if it cannot start
   */
  static ConfigurableApplicationContext start(
      Path store, Path state, int port, @Nullable Path demoAccounts) {
    return start(store, state, port, demoAccounts, Map.of());
  }

  /**
   * The same with further settings.
   *
   * @param more names of settings, as the application knows them, and their values
   */
  static ConfigurableApplicationContext start(
      Path store, Path state, int port, @Nullable Path demoAccounts, Map<String, Object> more) {
    requireStore(store);
    requireState(state);
    requirePort(port);
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("server.port", port);
    settings.put("helhetssyn.store", store.toAbsolutePath());
    settings.put("helhetssyn.state", state.toAbsolutePath());
    if (demoAccounts != null) {
      requireAccounts(demoAccounts);
      settings.put("helhetssyn.demo-accounts", demoAccounts.toAbsolutePath());
    }
    return run(settings, state);
  }

  private static ConfigurableApplicationContext run(Map<String, Object> settings, Path state) {
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    try {
      return new SpringApplicationBuilder(HelhetssynUi.class).run(arguments);
    } catch (BeansException broken) {
      throw StartProblem.configuration(sentence(broken, settings, state));
    }
  }

  /** The port a running application answers on. */
  static int port(ConfigurableApplicationContext application) {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static void requireStore(Path store) {
    if (!Files.isDirectory(store)) {
      throw StartProblem.input(text("serve.no-store", store.toString()));
    }
  }

  private static void requireState(Path state) {
    try {
      Files.createDirectories(state);
    } catch (IOException unwritable) {
      throw StartProblem.configuration(text("serve.no-state", state.toString()));
    }
    if (!Files.isWritable(state)) {
      throw StartProblem.configuration(text("serve.no-state", state.toString()));
    }
  }

  private static void requirePort(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw StartProblem.input(text("serve.no-port", Integer.toString(port)));
    }
    try {
      new ServerSocket(port).close();
    } catch (IOException busy) {
      throw StartProblem.configuration(text("serve.port-busy", Integer.toString(port)));
    }
  }

  private static void requireAccounts(Path file) {
    try {
      DemoAccounts.read(file);
    } catch (IOException unreadable) {
      throw StartProblem.configuration(text("serve.no-accounts", file.toString()));
    } catch (IllegalArgumentException missing) {
      throw StartProblem.configuration(
          text("serve.bad-accounts", file.toString(), String.valueOf(missing.getMessage())));
    }
  }

  private static String sentence(BeansException broken, Map<String, Object> settings, Path state) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USE) {
        return text("serve.state-busy", state.toString());
      }
      if (cause instanceof SQLException sql && hasNoAnswer(sql)) {
        return text("serve.no-database", String.valueOf(settings.get("spring.datasource.url")));
      }
    }
    return text("serve.failed", String.valueOf(broken.getMostSpecificCause().getMessage()));
  }

  /** No connection, no such login or no such database. */
  private static boolean hasNoAnswer(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
  }
}
