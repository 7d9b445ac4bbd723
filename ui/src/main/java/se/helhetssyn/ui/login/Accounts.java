package se.helhetssyn.ui.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
    String hash = passwords.encode(password);
    int changed =
        write(
            """
            UPDATE account
            SET password_hash = :hash, role = :role, unit_id = :unit, must_change_password = :change
            WHERE user_name = :user
            """,
            account,
            hash);
    if (changed == 0) {
      write(
          """
          INSERT INTO account (user_name, password_hash, role, unit_id, must_change_password)
          VALUES (:user, :hash, :role, :unit, :change)
          """,
          account,
          hash);
    }
  }

  private int write(String sql, Account account, @Nullable String hash) {
    return database
        .sql(sql)
        .param("user", account.user())
        .param("hash", hash)
        .param("role", account.role().name())
        .param("unit", account.unitId())
        .param("change", account.mustChangePassword())
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
