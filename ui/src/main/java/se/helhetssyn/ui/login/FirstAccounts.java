package se.helhetssyn.ui.login;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** At each start: the demonstration's accounts, or the first administrator of an empty database. */
@Component
final class FirstAccounts implements ApplicationRunner {
  private static final int PASSWORD_BYTES = 12;

  private final Accounts accounts;
  private final LoginSettings settings;

  FirstAccounts(Accounts accounts, LoginSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Path demo = settings.demoAccounts();
    if (demo != null) {
      DemoAccounts.read(demo).entries().forEach(e -> accounts.put(e.account(), e.password()));
    } else if (accounts.none()) {
      makeAdministrator();
    }
  }

  private void makeAdministrator() {
    String password = randomPassword();
    Account administrator = new Account("administrator", Role.ADMINISTRATOR, null, true);
    accounts.put(administrator, password);
    System.out.println(text("start.administrator", administrator.user(), password));
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
