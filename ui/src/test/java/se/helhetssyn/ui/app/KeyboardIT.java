package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.PublishedForTests;

/** The dashboards without a mouse: every stop is seen, in the order it is read. */
@ExtendWith(SharedSite.class)
final class KeyboardIT {
  private static final int MOST_STOPS = 60;

  /** Which element has the focus, by what it is called. */
  private static final String FOCUSED =
      """
      () => {
        const focused = document.activeElement;
        const words = focused.getAttribute('aria-label')
            || focused.labels?.[0]?.innerText
            || focused.getAttribute('aria-labelledby')?.split(' ')
                .map(id => document.getElementById(id)?.innerText ?? '').join(' ')
            || focused.innerText || focused.localName;
        return words.trim().split('\\n')[0];
      }
      """;

  /** Whether a line is drawn around the focused element, or around the field it is a part of. */
  private static final String MARKED =
      """
      () => {
        const outlined = e => {
          const style = e && getComputedStyle(e);
          return !!style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        };
        const field = document.activeElement.closest('vaadin-combo-box, vaadin-select, vaadin-text-field');
        const box = field?.shadowRoot.querySelector('[part~=input-field]');
        return outlined(document.activeElement) || outlined(box)
            || outlined(box?.shadowRoot?.host);
      }
      """;

  private final Site site;
  private BrowserContext visitor;
  private Page page;

  KeyboardIT(Site site) {
    this.site = site;
  }

  @BeforeEach
  void arrive() {
    visitor = site.visitor(ColorScheme.LIGHT, 1280);
    page = visitor.newPage();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void aCardItsChartAndItsTableAreReachedAndLeftByKeysAlone() {
    logIn();
    page.waitForSelector(".card");
    assertThat(walkTo("Avslutade inom 60 dagar"))
        .containsExactly(
            "Gå till innehållet",
            "Överblick",
            "Organisation",
            "Jämför enheter",
            "Indikatorkatalog",
            "Ljust eller mörkt",
            "Logga ut",
            "Organisation",
            "Månad",
            "Kvartal",
            "År",
            "Rullande 12 månader",
            "Period kvartal 3 2026",
            "Fulltaliga professioner",
            "Reviderad när det behövs",
            "Aktuell riskbedömning",
            "Avslutade inom 60 dagar");
    page.keyboard().press("Enter");
    page.waitForSelector("figure.chart canvas");
    walkTo("Avslutade inom 60 dagar: senast");
    page.keyboard().press("End");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#A03 [aria-live]").textContent()).startsWith("K2 26: ");
    walkTo("Visa som tabell");
    page.keyboard().press("Enter");
    page.waitForSelector("#A03 .chart-table table");
    walkTo("Avslutade inom 60 dagar, Ekköpings kommun");
    assertThat(page.locator("#A03 tbody th").first().textContent()).isEqualTo("kvartal 3 2026");
    page.goBack();
    page.waitForSelector(".card");
    assertThat(page.evaluate(FOCUSED)).isEqualTo("Överblick, kvartal 3 2026");
  }

  private void logIn() {
    page.navigate(site.address());
    page.waitForSelector("form");
    walkTo("Användarnamn");
    page.keyboard().type("division");
    walkTo("Lösenord");
    page.keyboard().type(PublishedForTests.PASSWORD);
    walkTo("Logga in");
    page.keyboard().press("Enter");
  }

  /** Presses Tab until something called so has the focus. */
  private List<String> walkTo(String name) {
    List<String> passed = new ArrayList<>();
    do {
      page.keyboard().press("Tab");
      passed.add((String) page.evaluate(FOCUSED));
      assertThat(page.evaluate(MARKED)).as("focus is seen on %s", passed.getLast()).isEqualTo(true);
      assertThat(passed).as("the way to %s", name).hasSizeLessThan(MOST_STOPS);
    } while (!passed.getLast().startsWith(name));
    return passed;
  }

  @Test
  void theCatalogueIsSearchedAndLeftAndFoundAgainByKeysAlone() {
    site.logIn(page, "division");
    page.waitForSelector(".card");
    page.navigate(site.address() + "indikatorkatalog");
    page.waitForSelector(".catalogue");
    Screen.settle(page);
    walkTo("Sök indikator");
    page.keyboard().type("v07");
    page.waitForFunction("() => document.querySelectorAll('.catalogue li').length === 1");
    page.waitForFunction("() => location.search === '?sok=v07'");
    walkTo("V07 Uppföljd i tid");
    page.keyboard().press("Enter");
    page.waitForSelector(".definition");
    assertThat(page.evaluate(FOCUSED)).isEqualTo("V07 Uppföljd i tid");
    walkTo("Hela definitionen");
    page.keyboard().press("Enter");
    page.waitForFunction("() => document.querySelector('.definition pre').checkVisibility()");
    Screen.picture(page, "definition-hela");
    page.goBack();
    page.waitForURL(url -> url.endsWith("indikatorkatalog?sok=v07"));
    page.waitForFunction("() => document.querySelectorAll('.catalogue li').length === 1");
  }

  @Test
  void aChoiceKeepsTheFocusWhereItWasMade() {
    site.logIn(page, "division");
    page.waitForSelector(".card");
    page.navigate(site.address() + "jamfor");
    page.waitForSelector("figure.chart canvas");
    walkTo("Månad");
    page.keyboard().press("Enter");
    page.waitForFunction("() => location.search.includes('period')");
    page.waitForSelector("figure.chart canvas");
    page.waitForFunction("() => document.activeElement.textContent === 'Månad'");
    page.locator("vaadin-select").first().locator("[role=button]").focus();
    page.keyboard().press("ArrowDown");
    page.waitForSelector("vaadin-select-item");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForFunction("() => location.search.includes('indikator')");
    page.waitForFunction(
        "() => document.activeElement.closest('vaadin-select')?.accessibleName === 'Indikator'");
  }

  @Test
  void theSkipLinkLeadsToTheHeadingOfTheSamePage() {
    String unit = site.address() + "enhet/" + MunicipalityFixture.UNIT + "?period=2026-09";
    site.logIn(page, "division");
    page.waitForSelector(".card");
    page.navigate(unit);
    page.waitForSelector("figure.chart canvas");
    assertThat(walkTo("Gå till innehållet")).hasSize(1);
    page.keyboard().press("Enter");
    Screen.settle(page);
    assertThat(page.url()).startsWith(unit);
    assertThat(page.evaluate(FOCUSED)).isEqualTo("Åsgården, september 2026");
    page.keyboard().press("Tab");
    assertThat(page.evaluate(FOCUSED)).isEqualTo("Månad");
  }

  @Test
  void goingBackFindsTheSameFiltersAtTheSamePlace() {
    site.logIn(page, "division");
    page.waitForSelector(".card");
    page.setViewportSize(400, 600);
    page.navigate(site.address() + "?org=O1&period=2026-K2");
    page.waitForSelector(".card");
    Locator card = page.locator(".card").nth(2);
    card.scrollIntoViewIfNeeded();
    Object place = page.evaluate("() => scrollY");
    card.click();
    page.waitForFunction("() => document.querySelector('#V02')?.getBoundingClientRect().y < 100");
    page.evaluate("() => scrollTo(0, 100)");
    page.goBack();
    page.waitForSelector(".card");
    page.waitForFunction("place => Math.abs(scrollY - place) < 1", place);
    assertThat(page.locator("h1").textContent()).isEqualTo("Överblick, kvartal 2 2026");
    assertThat(page.url()).endsWith("?org=O1&period=2026-K2");
    page.goForward();
    page.waitForSelector("figure.chart canvas");
    page.waitForFunction("() => scrollY === 100");
  }
}
