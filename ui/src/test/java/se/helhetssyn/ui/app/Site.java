package se.helhetssyn.ui.app;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.ComparedUnits;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.Accounts;
import se.helhetssyn.ui.login.Role;

/** The dashboards over the published municipality, and the one Chromium of a run of tests. */
final class Site implements AutoCloseable {
  /** Somebody who must choose a password before seeing anything. */
  static final String NEWCOMER = "ny";

  /** A manager whose unit has enough others of its type to be compared with. */
  static final String MANAGER_OF_MANY = "chef-med-flera";

  /** Who keeps the installation. */
  static final String ADMINISTRATOR = "administrator";

  private final ConfigurableApplicationContext server;
  private final Browser browser;

  private Site(ConfigurableApplicationContext server, Browser browser) {
    this.server = server;
    this.browser = browser;
  }

  static Site open(Path chromium) {
    ConfigurableApplicationContext server =
        Server.start(
            PublishedForTests.store(),
            PublishedForTests.folder("state"),
            0,
            PublishedForTests.accounts(),
            Map.of("helhetssyn.pipeline-command", "/bin/true"));
    Accounts accounts = server.getBean(Accounts.class);
    accounts.put(new Account(NEWCOMER, Role.QUALITY, null, true), PublishedForTests.PASSWORD);
    accounts.put(
        new Account(MANAGER_OF_MANY, Role.MANAGER, ComparedUnits.UNIT, false),
        PublishedForTests.PASSWORD);
    accounts.put(
        new Account(ADMINISTRATOR, Role.ADMINISTRATOR, null, false), PublishedForTests.PASSWORD);
    return new Site(server, Browser.open(chromium));
  }

  /** Where the first page is, with a slash last. */
  String address() {
    return "http://localhost:" + Server.port(server) + "/";
  }

  /** A browser of somebody's own, as wide as a laptop and as high as its window. */
  BrowserContext visitor(ColorScheme look, int width) {
    return visitor(new NewContextOptions().setColorScheme(look).setViewportSize(width, 900));
  }

  BrowserContext visitor(NewContextOptions options) {
    return browser.chromium().newContext(options.setLocale("sv-SE"));
  }

  /** Fills the login form and sends it; what then opens is for the caller to wait for. */
  void logIn(Page page, String user) {
    logIn(page, address(), user);
  }

  static void logIn(Page page, String address, String user) {
    page.navigate(address);
    page.getByLabel("Användarnamn").fill(user);
    page.getByLabel("Lösenord").fill(PublishedForTests.PASSWORD);
    page.keyboard().press("Enter");
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }
}
