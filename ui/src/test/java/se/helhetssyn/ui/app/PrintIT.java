package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.helhetssyn.ui.MunicipalityFixture;

/** What comes out on paper, printed from a dark screen. */
@ExtendWith(SharedSite.class)
final class PrintIT {
  private static final int DOTS_PER_INCH = 80;

  private final Site site;

  PrintIT(Site site) {
    this.site = site;
  }

  @Test
  void paperTellsPlacePeriodAndDayOnNumberedPagesWithoutNavigation() throws IOException {
    try (BrowserContext visitor = site.visitor(ColorScheme.DARK, 1280)) {
      Page page = visitor.newPage();
      site.logIn(page, "division");
      page.waitForSelector(".card");
      assertThat(printed(page, "overblick-print"))
          .contains("Ekköpings kommun, kvartal 3 2026. Utskrivet");
      page.navigate(site.address() + "enhet/" + MunicipalityFixture.SMALL_UNIT);
      page.waitForSelector("figure.chart canvas");
      assertThat(printed(page, "enhet-print"))
          .contains("Björkgården, kvartal 3 2026. Utskrivet")
          .contains("Skyddat värde (för få personer)");
      page.navigate(site.address() + "jamfor?org=D2");
      page.waitForSelector("figure.chart canvas");
      assertThat(printed(page, "jamfor-print")).contains("kvartal 3 2026. Utskrivet");
      page.navigate(site.address() + "indikatorkatalog/V07");
      page.waitForSelector(".definition");
      assertThat(printed(page, "definition-print"))
          .contains("Indikatorkatalog, V07 Uppföljd i tid. Utskrivet")
          .contains("Riskbedömningar som följdes upp inom 60 dagar.")
          .doesNotContain("reference_lines");
    }
  }

  /** The words on paper; each page is kept as a picture. */
  private static String printed(Page page, String name) throws IOException {
    Screen.settle(page);
    byte[] paper =
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
    try (PDDocument document = Loader.loadPDF(paper)) {
      int pages = document.getNumberOfPages();
      PDFRenderer renderer = new PDFRenderer(document);
      for (int number = 0; number < pages; number++) {
        PDRectangle size = document.getPage(number).getMediaBox();
        assertThat(size.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1f));
        assertThat(size.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1f));
        ImageIO.write(
            renderer.renderImageWithDPI(number, DOTS_PER_INCH),
            "png",
            Screen.PICTURES.resolve(name + "-" + (number + 1) + ".png").toFile());
      }
      String words = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
      assertThat(words).contains("Sida 1 av " + pages).contains("Sida " + pages + " av " + pages);
      assertThat(words).contains("Uppgifter per 31 oktober 2026");
      assertThat(words).doesNotContain("Logga ut", "Månad", "Visa som tabell", "Gå till");
      return words;
    }
  }
}
