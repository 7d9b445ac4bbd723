package se.helhetssyn.ui.login;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in right now. */
@Component
public final class CurrentAccount {
  /** Empty before login. */
  public Optional<Account> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn.account())
        : Optional.empty();
  }

  /** Views behind the login call this; without one it is a bug. */
  public Account require() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
