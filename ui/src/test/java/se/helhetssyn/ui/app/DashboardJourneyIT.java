package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.ui.MunicipalityFixture;

/** Real people's way through the dashboards, in a real browser. */
@ExtendWith(SharedSite.class)
final class DashboardJourneyIT {
  private final Site site;
  private final List<String> complaints = new ArrayList<>();

  DashboardJourneyIT(Site site) {
    this.site = site;
  }

  @Test
  void divisionManagementSeesTheCardsOpensAUnitAndLogsOut() {
    try (BrowserContext context = site.visitor(ColorScheme.LIGHT, 1280)) {
      journey(context.newPage());
    }
    assertThat(complaints).isEmpty();
  }

  private void journey(Page page) {
    listen(page);
    site.logIn(page, "division");
    page.waitForSelector(".card");
    assertThat(page.locator(".card").count()).isEqualTo(4);
    assertThat(page.locator("h1").textContent()).isEqualTo("Överblick, kvartal 3 2026");
    page.navigate(site.address() + "enhet/" + MunicipalityFixture.UNIT + "?period=2026-09");
    page.waitForSelector("figure.chart canvas");
    assertThat(page.locator("h1").textContent()).isEqualTo("Åsgården, september 2026");
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
    try (BrowserContext context = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      site.logIn(page, "kvalitet");
      page.waitForSelector(".card");
      assertThat(background(page)).isEqualTo("rgb(246, 248, 248)");
      page.getByText("Ljust eller mörkt").click();
      assertThat(background(page)).isEqualTo("rgb(17, 25, 29)");
      page.navigate(site.address() + "enhet/" + MunicipalityFixture.SMALL_UNIT);
      page.waitForSelector("figure.chart canvas");
      assertThat(background(page)).isEqualTo("rgb(17, 25, 29)");
      Screen.picture(page, "liten-enhet-dark-1280");
    }
  }

  private static Object background(Page page) {
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void aManagerIsToldInSwedishThatAnotherUnitIsNotTheirs() {
    try (BrowserContext context = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      site.logIn(page, "chef");
      page.waitForSelector(".card");
      assertThat(page.navigate(site.address() + "enhet/E2").status()).isEqualTo(403);
      page.waitForSelector("h1");
      assertThat(page.locator("h1").textContent()).isEqualTo("Sidan är inte din");
      Screen.picture(page, "inte-din-light-1280");
    }
  }

  @Test
  void aNewPageIsToldOfByItsHeadingButTheFirstIsNot() {
    try (BrowserContext context = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      site.logIn(page, "division");
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
    try (BrowserContext context = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.clock().install();
      site.logIn(page, "division");
      page.waitForSelector(".card");
      Locator warning = page.getByText("Du loggas ut om fem minuter");
      assertThat(warning.isVisible()).isFalse();
      page.clock().fastForward("55:01");
      warning.waitFor();
      Screen.picture(page, "snart-utloggad-light-1280");
      page.getByText("Fortsätt vara inloggad").click();
      warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      assertThat(focused(page)).isEqualTo("rubrik");
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
      if (!request.url().startsWith(site.address()) && !request.url().startsWith("data:")) {
        complaints.add("asked another host: " + request.url());
      }
    });
  }
}
