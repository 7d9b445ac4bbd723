package se.helhetssyn.ui.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;

final class PublishedStoreTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aStoreWithoutAPublicationIsAStateOfItsOwn() {
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication()).isEqualTo(new Publication.NothingYet());
  }

  @Test
  void aPublicationIsServedWithoutARestart() {
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication()).isInstanceOf(Publication.NothingYet.class);
    MartFixture.in(folder, "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommun", null).publish();
    assertThat(store.publication()).isInstanceOf(Publication.Served.class);
    store.close();
  }

  @Test
  void whileANewGenerationIsBrokenTheOldOneIsServedAndSaidToBeOld() throws IOException {
    MartFixture.in(folder, "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommun", null).publish();
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication()).isInstanceOf(Publication.Served.class);
    Files.writeString(folder.resolve("current"), "borta");
    assertThat(store.publication())
        .isInstanceOfSatisfying(
            Publication.Served.class, served -> assertThat(served.outdated()).isTrue());
    MartFixture.in(folder, "g2").node(OrgLevel.MUNICIPALITY, "K", "Kommun", null).publish();
    assertThat(store.publication())
        .isInstanceOfSatisfying(
            Publication.Served.class, served -> assertThat(served.outdated()).isFalse());
    store.close();
  }

  @Test
  void whileThePointerIsAwayTheLastGenerationIsServedAndSaidToBeOld() throws IOException {
    MartFixture.in(folder, "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommun", null).publish();
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication()).isInstanceOf(Publication.Served.class);
    Files.delete(folder.resolve("current"));
    assertThat(store.publication())
        .isInstanceOfSatisfying(
            Publication.Served.class, served -> assertThat(served.outdated()).isTrue());
    store.close();
  }

  @Test
  void aStoreOfANewerProgramIsSaidToNeedAnUpdate() throws IOException {
    MartFixture.in(folder, "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommun", null).publish();
    Path manifest = folder.resolve("generations/g1/manifest.json");
    Files.writeString(manifest, "{\"format_version\": 99, \"mart_schema_version\": 99}");
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication())
        .isInstanceOfSatisfying(
            Publication.Unreadable.class,
            newer ->
                assertThat(newer.sentence())
                    .contains("nyare version av Helhetssyn. Uppdatera programmet."));
  }

  @Test
  void aBrokenGenerationIsSaidInASentence() throws IOException {
    Files.writeString(folder.resolve("current"), "borta");
    PublishedStore store = new PublishedStore(new StoreSettings(folder));
    assertThat(store.publication())
        .isInstanceOfSatisfying(
            Publication.Unreadable.class, broken -> assertThat(broken.sentence()).isNotBlank());
  }
}
