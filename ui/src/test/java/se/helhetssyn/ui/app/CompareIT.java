package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.ui.ComparedUnits;

/** Units beside each other, for those who may know which is which and for those who may not. */
@ExtendWith(SharedSite.class)
final class CompareIT {
  private final Site site;

  CompareIT(Site site) {
    this.site = site;
  }

  @Test
  void nothingThatTellsAnotherUnitReachesTheBrowserOfAManager() {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = visitor.newPage();
      site.logIn(page, Site.MANAGER_OF_MANY);
      page.waitForSelector(".card");
      List<String> answers = new ArrayList<>();
      page.onResponse(response -> keep(response, answers));
      page.navigate(site.address() + "jamfor");
      page.waitForSelector(".compare canvas");
      page.navigate(site.address() + "jamfor?indikator=V02&riskomrade=FALL&period=2026-K2");
      page.waitForSelector(".compare canvas");
      page.getByText("Visa som tabell").click();
      page.waitForSelector(".compare tbody");
      answers.add(page.content());
      assertThat(String.join("\n", answers))
          .contains("Annan enhet")
          .doesNotContain(ComparedUnits.RESIDENTIAL.subList(1, 14))
          .doesNotContainPattern("\\bJ(0[2-9]|1[0-4])\\b");
    }
  }

  private static void keep(Response response, List<String> answers) {
    String kind = response.headers().getOrDefault("content-type", "");
    if (kind.contains("json") || kind.contains("html")) {
      answers.add(response.text());
    }
  }

  @Test
  void aRowOpensTheTrendOfItsUnitByKeysAlone() {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = visitor.newPage();
      site.logIn(page, "division");
      page.waitForSelector(".card");
      page.navigate(site.address() + "jamfor?org=D2&period=2026-K3");
      page.waitForSelector(".compare canvas");
      page.locator(".compare .chart-picture").focus();
      page.keyboard().press("Home");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.endsWith("enhet/J07?period=2026-K3#C03"));
      page.waitForSelector("figure.chart canvas");
      assertThat(page.locator("h1").textContent()).startsWith("Enebacken");
    }
  }

  @Test
  void theNextPageOfUnitsIsALinkThatPrints() {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = visitor.newPage();
      site.logIn(page, "division");
      page.waitForSelector(".card");
      page.navigate(site.address() + "jamfor?org=K&enhetstyp=HOME_CARE");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nästa")).press("Enter");
      page.getByText("Visar 61–64 av 64").waitFor();
      page.waitForSelector(".compare canvas");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".on-paper").innerText())
          .isEqualTo("Indikator: Fulltaliga professioner · Enhetstyp: Hemtjänst");
      assertThat(page.locator(".filters").isVisible()).isFalse();
      Screen.picture(page, "jamfor-print");
    }
  }
}
