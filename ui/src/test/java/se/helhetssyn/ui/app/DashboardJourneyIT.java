package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.PublishedForTests;

/** Real people's way through the dashboards, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardJourneyIT {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final List<String> complaints = new ArrayList<>();
  private Browser browser;
  private ConfigurableApplicationContext server;
  private String address;

  @BeforeAll
  void start() {
    Optional<Path> chromium = Browser.installed();
    if (chromium.isEmpty()) {
      System.err.println("SKIPPED: DashboardJourneyIT needs Chromium (HELHETSSYN_CHROMIUM).");
      assertThat(System.getenv("CI")).as("Chromium is required under CI").isNotEqualTo("true");
    }
    assumeTrue(chromium.isPresent());
    server =
        Server.start(
            PublishedForTests.store(),
            PublishedForTests.folder("state"),
            0,
            PublishedForTests.accounts());
    address = "http://localhost:" + Server.port(server) + "/";
    browser = Browser.open(chromium.get());
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @Test
  void divisionManagementSeesTheCardsOpensAUnitAndLogsOut() {
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 400)) {
        try (BrowserContext context = context(look, width)) {
          journey(context.newPage(), look.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
        }
      }
    }
    assertThat(complaints).isEmpty();
  }

  private BrowserContext context(ColorScheme look, int width) {
    return browser
        .chromium()
        .newContext(
            new NewContextOptions()
                .setColorScheme(look)
                .setViewportSize(width, 900)
                .setLocale("sv-SE"));
  }

  private void journey(Page page, String name) {
    listen(page);
    logIn(page, "division");
    page.waitForSelector(".card");
    assertThat(page.locator(".card").count()).isEqualTo(4);
    assertThat(page.locator("h1").textContent()).isEqualTo("Överblick, kvartal 3 2026");
    assertNothingScrollsSideways(page);
    picture(page, "overblick-" + name);
    page.navigate(address + "enhet/" + MunicipalityFixture.UNIT + "?period=2026-09");
    page.waitForSelector("figure.chart canvas");
    assertThat(page.locator("h1").textContent()).isEqualTo("Åsgården, september 2026");
    assertNothingScrollsSideways(page);
    picture(page, "enhet-" + name);
    tableByKeyboard(page);
    page.getByText("Logga ut").click();
    page.waitForSelector("input[name=password]");
  }

  private static void tableByKeyboard(Page page) {
    Locator chart = page.locator("figure.chart").first();
    chart.locator(".chart-picture").focus();
    page.keyboard().press("ArrowRight");
    assertThat(chart.locator("[aria-live]").textContent())
        .isEqualTo("nov 23: 67\u00a0% · 12 av 18");
    chart.getByText("Visa som tabell").focus();
    page.keyboard().press("Enter");
    assertThat(chart.locator("tbody th").first().textContent()).isEqualTo("oktober 2026");
    assertThat(chart.locator("canvas").isVisible()).isFalse();
  }

  @Test
  void theChosenLooksAreRememberedOnTheNextPage() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      logIn(page, "kvalitet");
      page.waitForSelector(".card");
      assertThat(background(page)).isEqualTo("rgb(246, 248, 248)");
      page.getByText("Ljust eller mörkt").click();
      assertThat(background(page)).isEqualTo("rgb(17, 25, 29)");
      page.navigate(address + "enhet/" + MunicipalityFixture.SMALL_UNIT);
      page.waitForSelector("figure.chart canvas");
      assertThat(background(page)).isEqualTo("rgb(17, 25, 29)");
      picture(page, "liten-enhet-dark-1280");
    }
  }

  private static Object background(Page page) {
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void aManagerIsToldInSwedishThatAnotherUnitIsNotTheirs() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      logIn(page, "chef");
      page.waitForSelector(".card");
      assertThat(page.navigate(address + "enhet/E2").status()).isEqualTo(403);
      page.waitForSelector("h1");
      assertThat(page.locator("h1").textContent()).isEqualTo("Sidan är inte din");
      picture(page, "inte-din-light-1280");
    }
  }

  @Test
  void aNewPageIsToldOfByItsHeadingButTheFirstIsNot() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      logIn(page, "division");
      page.waitForSelector(".card");
      assertThat(focused(page)).isNotEqualTo("rubrik");
      page.getByText("Organisation", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForSelector("figure.chart canvas");
      assertThat(focused(page)).isEqualTo("rubrik");
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("() => document.activeElement.id");
  }

  @Test
  void anIdlePageWarnsBeforeTheSessionEnds() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.clock().install();
      logIn(page, "division");
      page.waitForSelector(".card");
      Locator warning = page.getByText("Du loggas ut om fem minuter");
      assertThat(warning.count()).isZero();
      page.clock().fastForward("55:01");
      warning.waitFor();
      picture(page, "snart-utloggad-light-1280");
      page.getByText("Organisation", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForSelector("figure.chart canvas");
      warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
  }

  @Test
  void aPrintedPageHasNoNavigation() {
    try (BrowserContext context = context(ColorScheme.DARK, 1280)) {
      Page page = context.newPage();
      logIn(page, "division");
      page.waitForSelector(".card");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".side").isVisible()).isFalse();
      picture(page, "overblick-print");
    }
  }

  private void listen(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onResponse(response -> {
      if (response.status() >= 400) {
        complaints.add(response.status() + " " + response.url());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
        complaints.add("asked another host: " + request.url());
      }
    });
  }

  private void logIn(Page page, String user) {
    page.navigate(address);
    page.getByLabel("Användarnamn").fill(user);
    page.getByLabel("Lösenord").fill(PublishedForTests.PASSWORD);
    page.keyboard().press("Enter");
  }

  private static void assertNothingScrollsSideways(Page page) {
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
  }

  private static void picture(Page page, String name) {
    page.evaluate("() => document.fonts.ready");
    page.waitForTimeout(500);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }
}
