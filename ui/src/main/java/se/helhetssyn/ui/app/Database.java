package se.helhetssyn.ui.app;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The database of what the dashboards remember, where it is not the file in the state folder. Its
 * login never stands on a command line, where every user of the machine could read it.
 */
final class Database {
  static final String USER = "HELHETSSYN_DATABASE_USER";
  static final String PASSWORD = "HELHETSSYN_DATABASE_PASSWORD";

  private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql:\\S+");

  private Database() {}

  /**
   * The settings of a database.
   *
   * @param login file with user and password; null to take them from the environment
   * @throws StartProblem if the address or the file cannot be used
   */
  static Map<String, Object> settings(
      String url, @Nullable Path login, Map<String, String> environment) {
    if (!ADDRESS.matcher(url).matches() || url.contains("password=")) {
      throw StartProblem.input(text("serve.bad-database", url.replaceAll("password=[^&]*", "")));
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.datasource.url", url);
    if (login != null) {
      Properties values = read(login);
      settings.put("spring.datasource.username", values.getProperty("user"));
      settings.put("spring.datasource.password", values.getProperty("password"));
    } else {
      put(settings, "spring.datasource.username", environment.get(USER));
      put(settings, "spring.datasource.password", environment.get(PASSWORD));
    }
    return settings;
  }

  private static void put(Map<String, Object> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  private static Properties read(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw StartProblem.configuration(text("serve.no-login", file.toString()));
    }
    if (values.getProperty("user") == null || values.getProperty("password") == null) {
      throw StartProblem.configuration(text("serve.no-login", file.toString()));
    }
    return values;
  }
}
