package se.helhetssyn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.ui.MunicipalityFixture;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.SignedInTest;

/** A server over a store of its own that is damaged and mended while it runs. */
final class UnreadableStoreTest extends SignedInTest {
  private static final StoreLayout STORE = new StoreLayout(PublishedForTests.folder("damaged"));
  private static final String OUTDATED =
      "Den senast publicerade generationen kan inte läsas; uppgifterna är från 1\u00a0november 2026 kl.\u00a007.00.";
  private static final List<String> PAGES =
      List.of("", "enhet/E1", "enhet/finns-inte", "indikatorkatalog", "ingen/sida");

  UnreadableStoreTest() {
    super("division");
  }

  @DynamicPropertySource
  static void ownStore(DynamicPropertyRegistry registry) {
    Path state = PublishedForTests.folder("state").toAbsolutePath();
    registry.add("helhetssyn.store", () -> STORE.root().toAbsolutePath().toString());
    registry.add("helhetssyn.state", state::toString);
    registry.add("helhetssyn.demo-accounts", () -> PublishedForTests.accounts().toString());
  }

  @Test
  void theServerSaysWhatItCannotReadAndFollowsTheStoreWithoutARestart() throws IOException {
    Files.writeString(STORE.pointer(), "borta");
    for (String page : List.of("", "enhet/E1", "indikatorkatalog", "indikatorkatalog/C03")) {
      open(page, "");
      assertThat(words())
          .contains("Uppgifterna kan inte visas", "Generation borta kan inte läsas.")
          .contains("Be den som sköter Helhetssyn om hjälp.");
    }

    MunicipalityFixture.publish(STORE.root());
    open("", "");
    assertThat(words()).contains("Ekköpings kommun");
    assertThat(notices()).doesNotContain(OUTDATED);

    publish("20261102T060000Z", "Nya kommunen");
    Files.writeString(STORE.mart("20261102T060000Z", Layer.PROTECTED), "skräp");
    for (String page : PAGES) {
      open(page, "");
      assertThat(notices()).as(page).contains(OUTDATED);
    }
    open("", "");
    assertThat(words()).contains("Ekköpings kommun").doesNotContain("Nya kommunen");

    publish("20261103T060000Z", "Nyaste kommunen");
    open("", "");
    assertThat(words()).contains("Nyaste kommunen");
    assertThat(notices()).doesNotContain(OUTDATED);

    MartFixture.in(STORE.root(), "20261104T060000Z")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen utan indikatorer", null)
        .publish();
    open("indikatorkatalog", "");
    assertThat(words())
        .contains(
            "Inget är publicerat än", "Den publicerade körningen innehåller inga indikatorer.");
  }

  private List<String> notices() {
    return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
  }

  private static void publish(String generation, String name) {
    Period quarter = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));
    MartFixture.in(STORE.root(), generation)
        .node(OrgLevel.MUNICIPALITY, "K", name, null)
        .indicator("C03", "Hälsokonferenser", "Fulltaliga professioner", 1.0)
        .share("C03", OrgLevel.MUNICIPALITY, "K", quarter, 30, 40)
        .publish();
  }
}
