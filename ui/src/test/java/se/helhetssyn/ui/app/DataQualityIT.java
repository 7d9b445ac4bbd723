package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a quality developer does with the page about deliveries. */
@ExtendWith(SharedSite.class)
final class DataQualityIT {
  private final Site site;

  DataQualityIT(Site site) {
    this.site = site;
  }

  @Test
  void aCellOfTheMatrixLeadsToItsRulesAndATextCanBeCopied() {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      visitor.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = arrive(visitor, "datakvalitet");
      link(page, "2 av 3 kontroller godkända").press("Enter");
      page.waitForURL(url -> url.endsWith("?del=CONFORMANCE.VERIFICATION#fynd"));
      page.getByText("Visar regler om").waitFor();
      assertThat(page.locator(".rule h3").allInnerTexts())
          .containsExactly("DQ16 Okänd enhet", "DQ21 Decimalkomma i tal");
      page.getByLabel("Kopiera texten till Avvika").press("Enter");
      page.getByText("Texten är kopierad.").waitFor();
      assertThat(page.evaluate("() => navigator.clipboard.readText()").toString())
          .startsWith("Till er som levererar från Avvika");
    }
  }

  @Test
  void aThresholdIsMovedByKeysAlone() {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = arrive(visitor, "datakvalitet");
      link(page, "Flytta gränsen för DQ37").press("Enter");
      page.waitForURL(url -> url.endsWith("?regel=DQ37#granser"));
      page.getByLabel("Ny gräns i procent").fill("100");
      page.getByLabel("Skäl").fill("Leverantören skickar hela filen i november.");
      page.getByText("Spara gränsen").press("Enter");
      page.getByText("Gränsen är sparad").waitFor();
      assertThat(page.locator("#DQ37 .verdict").innerText()).contains("1 av 1 kontroll");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".filters").isVisible()).isFalse();
      assertThat(page.locator(".threshold-form").isVisible()).isFalse();
      assertThat(page.locator(".on-paper").innerText()).contains("Alla tabeller");
      Screen.picture(page, "datakvalitet-print");
    }
  }

  private Page arrive(BrowserContext visitor, String path) {
    Page page = visitor.newPage();
    site.logIn(page, "kvalitet");
    page.waitForSelector(".card");
    page.navigate(site.address() + path);
    page.waitForSelector(".curves canvas");
    return page;
  }

  private static Locator link(Page page, String words) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first();
  }
}
