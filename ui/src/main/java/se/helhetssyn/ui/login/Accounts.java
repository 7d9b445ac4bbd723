package se.helhetssyn.ui.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts in the application's own database. Passwords are kept as salted hashes only. */
@Repository
public class Accounts implements UserDetailsService {
  private final JdbcClient database;
  private final PasswordEncoder passwords;

  Accounts(JdbcClient database, PasswordEncoder passwords) {
    this.database = database;
    this.passwords = passwords;
  }

  /** Makes the account, or gives the one with that name this role, unit and password. */
  public void put(Account account, String password) {
    database
        .sql(
            """
            MERGE INTO account (user_name, password_hash, role, unit_id, must_change_password)
            KEY (user_name) VALUES (:user, :hash, :role, :unit, :mustChange)
            """)
        .param("user", account.user())
        .param("hash", passwords.encode(password))
        .param("role", account.role().name())
        .param("unit", account.unitId())
        .param("mustChange", account.mustChangePassword())
        .update();
  }

  boolean none() {
    return database.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
  }

  @Override
  public SignedIn loadUserByUsername(String user) {
    return database
        .sql("SELECT * FROM account WHERE user_name = :user")
        .param("user", user)
        .query((row, number) -> signedIn(row))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  private static SignedIn signedIn(ResultSet row) throws SQLException {
    Account account =
        new Account(
            row.getString("user_name"),
            Role.valueOf(row.getString("role")),
            row.getString("unit_id"),
            row.getBoolean("must_change_password"));
    return new SignedIn(account, row.getString("password_hash"));
  }
}
