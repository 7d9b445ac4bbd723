package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is seen before the scripts of a page have come. */
@ExtendWith(SharedSite.class)
final class FirstPaintIT {
  private static final String SCRIPTS = "**/VAADIN/build/**";

  private final Site site;

  FirstPaintIT(Site site) {
    this.site = site;
  }

  @Test
  void theFirstAnswerHasAreasOfTheFinalSizeWithoutAnyScript() {
    NewContextOptions calm = new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    try (BrowserContext visitor = site.visitor(calm)) {
      Page page = visitor.newPage();
      site.logIn(page, "division");
      page.waitForSelector(".card");
      BoundingBox card = page.locator(".card").first().boundingBox();
      assertThat(page.locator(".skeleton").isVisible()).isFalse();
      assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);
      page.route(SCRIPTS, Route::abort);
      page.navigate(site.address());
      assertThat(page.locator(".card").count()).isZero();
      BoundingBox area = page.locator(".skeleton .cards div").first().boundingBox();
      assertThat(area.x).isCloseTo(card.x, within(1.0));
      assertThat(area.y).isCloseTo(card.y, within(60.0));
      assertThat(area.width).isCloseTo(card.width, within(1.0));
      assertThat(area.height).isCloseTo(card.height, within(60.0));
      Screen.picture(page, "innan-sidan-kommit");
      page.setViewportSize(320, 900);
      Screen.assertNothingScrollsSideways(page);
    }
  }
}
