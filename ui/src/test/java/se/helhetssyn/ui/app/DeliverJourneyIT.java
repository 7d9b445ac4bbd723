package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.Accounts;
import se.helhetssyn.ui.login.Role;

/** From files on somebody's desk to figures in the dashboards, with the real pipeline. */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeliverJourneyIT {
  private static final String DELIVER = "datakvalitet/leverera";
  private static final String OTHER = "annan";
  private static final int RUN_MILLIS = 300_000;

  private final Site site;
  private final Path folder = PublishedForTests.folder("deliver").toAbsolutePath();
  private final Path store = folder.resolve("store");
  private final Path state = folder.resolve("state");
  private Path launcher = folder;
  private @Nullable ConfigurableApplicationContext server;

  DeliverJourneyIT(Site site) {
    this.site = site;
  }

  @BeforeAll
  void serve() throws IOException {
    launcher = PipelineForTests.launcher(folder);
    Files.createDirectory(store);
    server =
        Server.start(
            store,
            state,
            0,
            PublishedForTests.accounts(),
            Map.of(
                "helhetssyn.pipeline-command",
                launcher,
                "helhetssyn.upload.total",
                "20MB",
                "helhetssyn.upload.file",
                "12MB"));
    server
        .getBean(Accounts.class)
        .put(new Account(OTHER, Role.QUALITY, null, false), PublishedForTests.PASSWORD);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void filesBecomeFigures() throws Exception {
    List<Path> files = PipelineForTests.delivery(launcher, folder.resolve("uttag"));
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = open(visitor, "kvalitet");
      page.locator("vaadin-upload input[type=file]").setInputFiles(files.toArray(Path[]::new));
      page.getByText("Mottagna filer: 4").waitFor();
      AccessibilityIT.assertAccessible(page, "leverera-mottagna");
      press(page, "Granska leveransen");
      page.getByText("Leveransen kan tas in.").waitFor();
      AccessibilityIT.assertAccessible(page, "leverera-granskad");
      press(page, "Starta körningen");
      page.locator(".stages [aria-current]").waitFor();
      page.reload();
      page.locator(".stages [aria-current]").waitFor();
      AccessibilityIT.assertAccessible(page, "leverera-korning");
      page.getByText("Körningen är klar och")
          .waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
      page.getByText("Till överblicken").click();
      page.waitForSelector(".card .value");
      assertThat(page.locator(".card .value").allInnerTexts())
          .as("figures")
          .anySatisfy(value -> assertThat(value).containsPattern("\\d"));
      page.navigate(address() + "datakvalitet/korningar");
      page.getByText("Publicerad", new Page.GetByTextOptions().setExact(true)).waitFor();
      AccessibilityIT.assertAccessible(page, "korningar-efter");
    }
    assertThat(store.resolve("current")).exists();
    assertNothingIsLeft();
  }

  @Test
  void aDeliveryThatIsGivenUpLeavesNothing() throws IOException {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = open(visitor, OTHER);
      send(page, file("absence.csv", "enrolment_id,from_date\nI1,2026-01-01\n"));
      page.getByText("Mottagna filer: 1").waitFor();
      press(page, "Avbryt leveransen");
      page.getByText("Inga filer än.").waitFor();
      assertNothingIsLeft();
    }
  }

  @Test
  void brokenFilesAreToldOfAndLeaveNothing() throws IOException {
    try (BrowserContext visitor = site.visitor(ColorScheme.LIGHT, 1280)) {
      Page page = open(visitor, OTHER);
      send(page, new FilePayload("bomb.zip", "application/zip", bomb()));
      page.getByText("Arkivet bomb.zip packar upp till orimligt mycket").waitFor();
      send(page, file("../stor.csv", "x".repeat(12_600_000)));
      page.getByText("Filen är för stor.").first().waitFor();
      String number = "18" + "500101" + "9800";
      send(
          page,
          file("org_unit.csv", "org_unit_id,name\nK," + number + "\n"),
          file("conference.csv", ""),
          new FilePayload("person.csv", "text/csv", new byte[] {'a', '\n', (byte) 0x81, '\n'}));
      page.getByText("Mottagna filer: 3").waitFor();
      press(page, "Granska leveransen");
      page.getByText("Leveransen kan inte tas in.").waitFor();
      assertThat(page.locator("main").innerText())
          .contains("Filen conference.csv är tom")
          .contains("Filen person.csv är skriven med en teckenkodning")
          .contains("Filen org_unit.csv innehåller personnummer")
          .doesNotContain(number);
      AccessibilityIT.assertAccessible(page, "leverera-avvisad");
      assertNothingIsLeft();
    }
  }

  private Page open(BrowserContext visitor, String user) {
    Page page = visitor.newPage();
    Site.logIn(page, address(), user);
    page.waitForURL(url -> !url.endsWith("/login"));
    page.navigate(address() + DELIVER);
    page.waitForSelector("vaadin-upload");
    return page;
  }

  private String address() {
    return "http://localhost:" + Server.port(Objects.requireNonNull(server)) + "/";
  }

  private static void press(Page page, String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).focus();
    page.keyboard().press("Enter");
  }

  private static void send(Page page, FilePayload... files) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(files);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("absence.csv"));
      zip.write(new byte[11_000_000]);
    }
    return bytes.toByteArray();
  }

  /** Neither a file nor a folder of a delivery or a run. */
  private void assertNothingIsLeft() throws IOException {
    for (String kind : List.of("deliveries", "runs")) {
      Path place = state.resolve(kind);
      if (Files.exists(place)) {
        try (Stream<Path> left = Files.list(place)) {
          assertThat(left).as(kind).isEmpty();
        }
      }
    }
  }
}
