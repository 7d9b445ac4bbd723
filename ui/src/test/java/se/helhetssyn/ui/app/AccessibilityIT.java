package se.helhetssyn.ui.app;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.PublishedForTests;

/** Every view can be used and read by everybody: rules of axe, narrow screens, wide spacing. */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessibilityIT {
  /** The framework's floating line about the connection, which stands outside every landmark. */
  private static final String FRAMEWORKS_OWN = "vaadin-connection-indicator";

  private static final String HEADING = "h1";
  private static final String CHART = "figure.chart canvas";
  private static final String UNIT = "enhet/" + MunicipalityFixture.UNIT;

  private static final List<View> VIEWS =
      List.of(
          new View("inloggning", "", "login", HEADING),
          new View("fel-losenord", "", "login?error", "[role=alert]"),
          new View("nytt-losenord", Site.NEWCOMER, "nytt-losenord", "vaadin-password-field"),
          new View("overblick", "division", "", ".card"),
          new View("overblick-ar", "division", "?period=2025&org=E2", ".card"),
          new View("okand-period", "division", "?period=2031", ".card"),
          new View("enhet", "division", UNIT + "?period=2026-09", CHART),
          new View("liten-enhet", "division", "enhet/" + MunicipalityFixture.SMALL_UNIT, CHART),
          new View("organisation", "division", "enhet/K", CHART),
          new View("min-enhet", "chef", UNIT, CHART),
          new View("jamfor", "division", "jamfor?org=D2", CHART),
          new View("jamfor-sida", "division", "jamfor?org=K&enhetstyp=HOME_CARE", CHART),
          new View("jamfor-tomt", "division", "jamfor?org=O5&indikator=X", HEADING),
          new View("jamfor-chef", Site.MANAGER_OF_MANY, "jamfor", CHART),
          new View("jamfor-fa", "chef", "jamfor", CHART),
          new View("datakvalitet", "kvalitet", "datakvalitet", CHART),
          new View("datakvalitet-fil", "kvalitet", "datakvalitet?fil=deviation.csv", CHART),
          new View("datakvalitet-ej", "division", "datakvalitet", HEADING),
          new View("fler-matt", "chef", UNIT + "?matt=V07", "#V07 canvas"),
          new View("katalog", "chef", "indikatorkatalog", ".catalogue"),
          new View("katalog-inget", "division", "indikatorkatalog?sok=xyz", ".found"),
          new View("definition", "kvalitet", "indikatorkatalog/V07", ".definition"),
          new View("definition-aldre", "division", "indikatorkatalog/A09", ".definition"),
          new View("definition-ingen", "chef", "indikatorkatalog/X", HEADING),
          new View("inte-din", "chef", "enhet/E2", HEADING),
          new View("finns-inte", "division", "enhet/FINNSINTE", HEADING),
          new View("komponenter", "kvalitet", "komponenter", CHART),
          new View("leverera", "kvalitet", "datakvalitet/leverera", "vaadin-upload"),
          new View("korningar", Site.ADMINISTRATOR, "datakvalitet/korningar", ".fields"),
          new View("leverera-inte-din", "division", "datakvalitet/leverera", HEADING),
          new View("nagot-fel", "division", BrokenView.PATH, HEADING));

  private final Site site;
  private final Map<String, BrowserContext> visitors = new HashMap<>();

  AccessibilityIT(Site site) {
    this.site = site;
  }

  static Stream<View> views() {
    return VIEWS.stream();
  }

  @AfterAll
  void leave() {
    visitors.values().forEach(BrowserContext::close);
  }

  @ParameterizedTest
  @MethodSource("views")
  void everybodyCanUseTheView(View view) {
    try (Page page = visitor(view.user()).newPage()) {
      view.open(site.address(), page);
      assertAccessible(page, view.name());
    }
  }

  @Test
  void everybodyCanReadThatNothingIsPublished() {
    try (ConfigurableApplicationContext empty =
            Server.start(
                PublishedForTests.folder("empty-store"),
                PublishedForTests.folder("state"),
                0,
                PublishedForTests.accounts());
        BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = visitor.newPage();
      Site.logIn(page, "http://localhost:" + Server.port(empty) + "/", "division");
      page.waitForSelector("[role=status]:has-text('ingen körning')");
      assertAccessible(page, "inget-publicerat");
    }
  }

  private BrowserContext visitor(String user) {
    return visitors.computeIfAbsent(user, this::arrive);
  }

  private BrowserContext arrive(String user) {
    BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280);
    if (!user.isEmpty()) {
      try (Page page = visitor.newPage()) {
        site.logIn(page, user);
        page.waitForURL(url -> !url.endsWith("/login"));
      }
    }
    return visitor;
  }

  /** Asserts it for what a page shows now, and takes pictures of it. */
  static void assertAccessible(Page page, String name) {
    SoftAssertions all = new SoftAssertions();
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
      for (int width : List.of(1280, 400, 320)) {
        page.setViewportSize(width, 900);
        Screen.picture(page, name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + width);
        Screen.assertNothingScrollsSideways(page);
        if (width != 400) {
          all.assertThat(violations(page)).as("%s %s %d", name, look, width).isEmpty();
        }
      }
    }
    all.assertAll();
    Screen.assertSwedishNumbers(page);
    Screen.assertNothingIsLostWhenSpacedOut(page);
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).exclude(FRAMEWORKS_OWN).analyze().getViolations().stream()
            .map(AccessibilityIT::line)
            .toList();
  }

  private static String line(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getFailureSummary())
            .toList();
  }
}
