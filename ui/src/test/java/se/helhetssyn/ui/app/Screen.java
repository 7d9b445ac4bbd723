package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What can be seen of a page. */
final class Screen {
  static final Path PICTURES = Path.of("target", "screenshots");

  private static final Pattern NOT_SWEDISH =
      Pattern.compile("\\d %|\\d \\d{3}(?!\\d)|(?<!kl\\.[ \u00a0])\\b\\d+\\.\\d+");

  private static final String SPACED_OUT =
      """
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }
      """;

  /** The words of every element that shows less than it holds, or stands outside the window. */
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && e.innerText?.trim()
              && !e.closest('.sr-only, .skip, .chart-table, svg, [slot=overlay], [slot=sr-label], vaadin-connection-indicator'))
          .filter(e => {
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            const hides = way => ['hidden', 'clip'].includes(style['overflow' + way]);
            return (hides('X') && e.scrollWidth > e.clientWidth + 1)
                || (hides('Y') && e.scrollHeight > e.clientHeight + 1)
                || box.right > innerWidth + 1 || box.left < -1;
          })
          .map(e => `${e.localName}.${e.className}: ${e.innerText.trim().slice(0, 60)}`)
      """;

  private Screen() {}

  /** Keeps a picture of the whole page as build output. */
  static void picture(Page page, String name) {
    settle(page);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  /** Waits until fonts are there and what changed has been drawn. */
  static void settle(Page page) {
    page.evaluate(
        """
        () => document.fonts.ready.then(() => new Promise(drawn =>
            requestAnimationFrame(() => requestAnimationFrame(drawn))))
        """);
  }

  static void assertNothingScrollsSideways(Page page) {
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("scrolls sideways: %s at %s", page.url(), page.viewportSize().width)
        .isEqualTo(0);
  }

  /** Decimal comma, and no number that a line break may part from its unit or its thousands. */
  static void assertSwedishNumbers(Page page) {
    assertThat(
            NOT_SWEDISH.matcher(page.locator("body").innerText()).results().map(hit -> hit.group()))
        .as("numbers of %s", page.url())
        .isEmpty();
  }

  /** The spacing that readers may set for themselves (WCAG 2.2, 1.4.12), on a narrow screen. */
  static void assertNothingIsLostWhenSpacedOut(Page page) {
    page.setViewportSize(320, 256);
    page.addStyleTag(new Page.AddStyleTagOptions().setContent(SPACED_OUT));
    settle(page);
    assertNothingScrollsSideways(page);
    assertThat(page.evaluate(CUT_OFF)).as("cut off on %s", page.url()).isEqualTo(List.of());
  }
}
