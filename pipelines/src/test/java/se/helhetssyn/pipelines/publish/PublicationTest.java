package se.helhetssyn.pipelines.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.DeliveryLog;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;
import se.helhetssyn.pipelines.file.Folders;
import se.helhetssyn.pipelines.refusal.DiskSpace;
import se.helhetssyn.pipelines.refusal.Refusal;

final class PublicationTest {
  @TempDir private Path folder;
  private StoreLayout store = new StoreLayout(Path.of(""));
  private Publication publication = new Publication(store);

  @BeforeEach
  void open() {
    store = new StoreLayout(folder.resolve("lager"));
    publication = new Publication(store);
  }

  private static Manifest manifest(String id) {
    return new Manifest(
        StoreLayout.FORMAT_VERSION,
        MartSchema.VERSION,
        id,
        "2026-11-01T06:00:00Z",
        "2026-10-31",
        "2024-01-01",
        "2026-10-31",
        null,
        true,
        "",
        "0",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private void publish(String id) throws IOException {
    Files.writeString(publication.begin(id).resolve("internal.duckdb"), id);
    publication.publish(id, manifest(id), StoreState.NONE, new DeliveryLog(List.of()));
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(store.generations())) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsServedBeforeTheFirstPublication() throws IOException {
    assertThat(publication.served()).isEmpty();
    Files.writeString(publication.begin("g1").resolve("internal.duckdb"), "half");
    assertThat(publication.served()).isEmpty();
    assertThat(store.generation("g1")).doesNotExist();
  }

  /** Tables are cleared by it: what is not certain must not be taken for nothing. */
  @Test
  void whatTablesMustHoldIsToldOnlyWhereItIsCertain() throws IOException {
    assertThat(publication.needed()).contains(List.of());
    publish("g1");
    assertThat(publication.needed()).contains(List.of(StoreState.NONE));
    String pointer = Files.readString(store.pointer());
    Files.writeString(store.pointer(), "../skräp");
    assertThat(publication.needed()).isEmpty();
    Files.delete(store.pointer());
    assertThat(publication.needed()).isEmpty();
    Files.writeString(store.pointer(), pointer);
    Files.writeString(store.state("g1"), "{");
    assertThat(publication.needed()).isEmpty();
    Files.delete(store.state("g1"));
    assertThat(publication.needed()).isEmpty();
  }

  @Test
  void aPublishedGenerationIsWholeAndServed() throws IOException {
    publish("g1");
    assertThat(publication.served()).contains("g1");
    assertThat(Manifest.read(store.manifest("g1")).generation()).isEqualTo("g1");
    assertThat(store.generation("g1").resolve("internal.duckdb")).hasContent("g1");
    assertThat(store.root()).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void thePointerDoesNotMoveToAGenerationThatCannotGetItsName() throws IOException {
    publish("g1");
    Files.createDirectories(store.generation("g2").resolve("occupied"));
    Files.writeString(publication.begin("g2").resolve("internal.duckdb"), "g2");
    assertThatThrownBy(() ->
            publication.publish("g2", manifest("g2"), StoreState.NONE, new DeliveryLog(List.of())))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(publication.served()).contains("g1");
  }

  @Test
  void whatWasHalfMadeIsRemovedAndTheRestStays() throws IOException {
    publish("g1");
    Files.writeString(publication.begin("g2").resolve("internal.duckdb"), "half");
    Files.createDirectories(publication.begin("g3").resolve("cells"));
    assertThat(publication.removeHalfMade("g2")).isEqualTo(2);
    assertThat(publication.removeHalfMade("g2")).isZero();
    assertThat(generations()).containsExactly("g1");
    assertThat(publication.served()).contains("g1");
  }

  @Test
  void aGenerationOfTheRunThatNeverCameToBeServedIsHalfMade() throws IOException {
    publish("g1");
    publish("g2");
    Files.writeString(store.pointer(), "g1");
    assertThat(publication.removeHalfMade("g1")).isZero();
    assertThat(publication.removeHalfMade("g2")).isOne();
    assertThat(generations()).containsExactly("g1");
  }

  @Test
  void whereThePointerIsDamagedNoNamedGenerationIsRemoved() throws IOException {
    publish("g1");
    Files.writeString(store.pointer(), "../../g1");
    assertThat(publication.isPointerDamaged()).isTrue();
    assertThat(publication.served()).isEmpty();
    assertThat(publication.removeHalfMade("g1")).isZero();
    publish("g2");
    assertThat(publication.isPointerDamaged()).isFalse();
    assertThat(publication.served()).contains("g2");
    assertThat(generations()).containsExactly("g1", "g2");
  }

  @Test
  void aDiskThatIsFullWhenThePointerShouldMoveLeavesItWhereItIs() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full here");
    publish("g1");
    Files.createSymbolicLink(store.root().resolve("current.next"), full);
    assertThatThrownBy(() -> publish("g2")).matches(DiskSpace::isLackingIn);
    assertThat(publication.served()).contains("g1");
    assertThat(publication.removeHalfMade("g2")).isOne();
    assertThat(generations()).containsExactly("g1");
    assertThat(store.root()).isDirectoryNotContaining("glob:**.next");
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "1, 9", "7, 0"})
  void aStoreThatANewerProgramHasWrittenInIsRefused(int format, int mart) throws IOException {
    publish("g1");
    publication.requireNoNewerFormat();
    Files.createDirectories(store.generation("g2"));
    Files.writeString(
        store.manifest("g2"),
        "{\"format_version\": %d, \"mart_schema_version\": %d}".formatted(format, mart));
    assertThatThrownBy(() -> publication.requireNoNewerFormat())
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("nyare version av Helhetssyn", "uppdatera programmet");
  }

  @Test
  void aManifestThatCannotBeReadStopsNoNewRun() throws IOException {
    publish("g1");
    Files.writeString(store.manifest("g1"), "{\"format_version\": 9");
    publication.requireNoNewerFormat();
    assertThat(publication.served()).contains("g1");
  }

  @Test
  void tenGenerationsAreKept() throws IOException {
    for (int i = 10; i < 23; i++) {
      publish("g" + i);
    }
    publication.prune();
    assertThat(generations())
        .containsExactly("g13", "g14", "g15", "g16", "g17", "g18", "g19", "g20", "g21", "g22");
    assertThat(publication.served()).contains("g22");
  }

  @Test
  void theServedGenerationSurvivesEvenWhenItsNameIsTheOldest() throws IOException {
    for (int i = 20; i < 32; i++) {
      publish("g" + i);
    }
    publish("g01");
    publication.prune();
    assertThat(publication.served()).contains("g01");
    assertThat(generations()).hasSize(10).contains("g01", "g31").doesNotContain("g22");
  }

  @Test
  void deletingATreeThatIsNotThereIsNothing() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("a/b/c"));
    Files.writeString(tree.resolve("d"), "d");
    Folders.delete(folder.resolve("a"));
    Folders.delete(folder.resolve("a"));
    assertThat(folder.resolve("a")).doesNotExist();
  }
}
