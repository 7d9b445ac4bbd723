package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every component in every state: pictures, the same chart on screen and paper, the keyboard. */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComponentsIT {
  private final Site site;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext visitor;
  private Page page;

  ComponentsIT(Site site) {
    this.site = site;
  }

  @BeforeAll
  void open() {
    visitor = site.visitor(ColorScheme.LIGHT, 1280);
    page = visitor.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    site.logIn(page, "kvalitet");
    page.waitForSelector(".card");
    page.navigate(site.address() + "komponenter");
    page.waitForSelector(".waiting");
    page.waitForFunction("() => document.querySelectorAll('figure.chart canvas').length > 30");
    Screen.settle(page);
  }

  @AfterAll
  void close() {
    assertThat(complaints).isEmpty();
    visitor.close();
  }

  @Test
  void theScreenAndThePaperShowTheSame() {
    page.setViewportSize(1280, 900);
    Screen.settle(page);
    String compare = read("agreement.js");
    List<ElementHandle> pairs = page.querySelectorAll(".pair");
    assertThat(pairs).hasSize(30);
    for (ElementHandle pair : pairs) {
      String name = (String) pair.evaluate("pair => pair.previousElementSibling.textContent");
      assertThat(pair.evaluate(compare)).as(name).isEqualTo(List.of());
    }
  }

  private static String read(String name) {
    try (InputStream in = ComponentsIT.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theArrowsWalkAlongASeriesAndBetweenSeries() {
    Locator pair = page.locator(".pair").nth(1);
    Locator spoken = pair.locator("[aria-live=polite]");
    pair.locator(".chart-picture").focus();
    page.keyboard().press("End");
    assertThat(spoken.textContent())
        .isEqualTo("Särskilt boende och korttidsplatser, våning 1, sep 26: 81\u00a0%");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowDown");
    assertThat(spoken.textContent()).startsWith("Enhet 2, aug 26: ");
    page.keyboard().press("Enter");
    pair.getByText("Vald: serie 2, plats 23").waitFor();
    assertThat(pair.locator(".chart-tip").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(pair.locator(".chart-tip").isVisible()).isFalse();
    assertThat(pair.locator(".chart-picture").evaluate("e => e === document.activeElement"))
        .isEqualTo(true);
  }

  @Test
  void aRowIsChosenByKeyAndByPointer() {
    Locator pair = page.locator(".pair").nth(6);
    pair.locator(".chart-picture").focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    pair.getByText("Vald: serie 1, plats 2").waitFor();
    pair.locator("canvas").click();
    pair.getByText("Vald: serie 1, plats 5").waitFor();
    assertThat(pair.locator(".chart-tip").textContent()).startsWith("Enhet 5: ");
  }

  @Test
  void aHiddenValueIsSaidAndNothingElse() {
    Locator pair = page.locator(".pair").nth(9);
    pair.locator(".chart-picture").focus();
    page.keyboard().press("Home");
    assertThat(pair.locator("[aria-live]").textContent())
        .isEqualTo("Enhet 1: Skyddat värde (för få personer)");
    assertThat(
            pair.evaluate(
                "pair => pair.querySelector('figure').helhetssyn.picture.plots[0].marks.dots"))
        .isEqualTo(List.of());
  }

  @Test
  void nothingMoves() {
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('figure.chart')]"
                    + ".flatMap(f => f.helhetssyn?.charts ?? [])"
                    + ".every(c => c.options.animation === false)"))
        .isEqualTo(true);
  }

  @Test
  void picturesAreKeptOfEveryLookAndWidth() {
    page.evaluate("() => document.activeElement.blur()");
    page.mouse().move(0, 0);
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
      for (int width : List.of(1280, 400, 320)) {
        page.setViewportSize(width, 900);
        Screen.picture(page, "components-" + look.name().toLowerCase(Locale.ROOT) + "-" + width);
        Screen.assertNothingScrollsSideways(page);
      }
    }
    page.setViewportSize(1280, 900);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
    Screen.picture(page, "components-print");
    page.pdf(
        new Page.PdfOptions()
            .setPreferCSSPageSize(true)
            .setPath(Screen.PICTURES.resolve("components.pdf")));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    Screen.settle(page);
    assertThat(Screen.PICTURES.resolve("components.pdf")).isNotEmptyFile();
  }
}
