package se.helhetssyn.ui.login;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account as the security framework carries it through a session. */
public final class SignedIn extends User {
  private final Account account;

  SignedIn(Account account, String passwordHash) {
    super(
        account.user(),
        passwordHash,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
    this.account = account;
  }

  public Account account() {
    return account;
  }
}
