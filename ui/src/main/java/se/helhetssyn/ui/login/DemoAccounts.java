package se.helhetssyn.ui.login;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The three accounts of a demonstration, read from a properties file.
 *
 * @param entries each account with its password
 */
public record DemoAccounts(List<Entry> entries) {
  /**
   * One account.
   *
   * @param account who
   * @param password in clear
   */
  public record Entry(Account account, String password) {}

  public DemoAccounts {
    entries = List.copyOf(entries);
  }

  /**
   * Reads {@code division.password}, {@code chef.password}, {@code chef.unit} and {@code
   * kvalitet.password}.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a key is missing; the message is the key
   */
  public static DemoAccounts read(Path file) throws IOException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    }
    return new DemoAccounts(
        List.of(
            entry("division", Role.DIVISION, values),
            new Entry(
                new Account("chef", Role.MANAGER, required(values, "chef.unit"), false),
                required(values, "chef.password")),
            entry("kvalitet", Role.QUALITY, values)));
  }

  private static Entry entry(String user, Role role, Properties values) {
    return new Entry(new Account(user, role, null, false), required(values, user + ".password"));
  }

  private static String required(Properties values, String key) {
    String value = values.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key);
    }
    return value;
  }
}
