package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.analytics.mart.StoreState;

/** What erase and retention answer when they cannot do what was asked, or find nothing. */
final class RemovalRefusalsTest {
  private static final String KEY = "ab12".repeat(16);

  @TempDir private Path folder;
  private StoreLayout store = new StoreLayout(Path.of(""));

  @BeforeEach
  void publish() {
    store = new StoreLayout(folder.resolve("lager"));
    MartFixture.in(store.root(), "g1").node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null).publish();
    StoreState.NONE.writeTo(store.state("g1"));
  }

  private Answer erase(String... more) {
    return answer("erase", more);
  }

  private Answer answer(String command, String... more) {
    return Answer.to(
        Stream.concat(Stream.of(command, "--store", store.root().toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void assertRefused(Answer answer, int exit, String... words) {
    assertThat(answer.exit()).as(answer.err()).isEqualTo(exit);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains(words).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "två ord", "a'; DROP TABLE person; --", "../../x", "", "Å1"})
  void aMalformedKeyIsRefusedAndNotRepeated(String key) {
    Answer answer = erase("--person-key", key);
    assertRefused(answer, 2, "--person-key är ingen nyckel");
    assertThat(store.removals()).doesNotExist();
  }

  @Test
  void anIdentityNumberIsRefusedAndNotRepeated() {
    Answer answer = erase("--person-key", "19121212-1212");
    assertRefused(answer, 2, "personnummer");
    assertThat(answer.err()).doesNotContain("1212");
  }

  @Test
  void aReasonThatPointsOutThePersonIsRefused() {
    assertRefused(erase("--person-key", KEY, "--reason", "gäller " + KEY), 2, "--reason");
    assertRefused(erase("--person-key", KEY, "--reason", "gäller 19121212-1212"), 2, "--reason");
  }

  @Test
  void anUnknownKeyChangesNothingButTheRecord() throws IOException {
    Answer answer = erase("--person-key", KEY, "--reason", "begäran 7");
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("Inget om personen fanns i lagret");
    assertThat(Files.readAllLines(store.removals()))
        .hasSize(2)
        .allMatch(line -> line.contains("begäran 7") && !line.contains(KEY));
    assertThat(StoreState.read(store, "g1").orElseThrow().isReproducible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"erase", "retention"})
  void aStoreThatCannotBeWorkedOnIsToldOfInOneSentence(String command) throws IOException {
    String[] more = command.equals("erase") ? new String[] {"--person-key", KEY} : new String[0];
    try (FileChannel channel =
            FileChannel.open(store.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertRefused(answer(command, more), 4, "Lagret är upptaget");
    }
    Files.delete(store.state("g1"));
    assertRefused(answer(command, more), 2, "äldre version av Helhetssyn");
    String manifest = Files.readString(store.manifest("g1"));
    Files.writeString(
        store.manifest("g1"), manifest.replaceAll("(\"format_version\"\\s*:\\s*)\\d+", "$199"));
    assertRefused(answer(command, more), 2, "nyare version av Helhetssyn");
    Files.delete(store.manifest("g1"));
    Files.delete(store.pointer());
    assertRefused(answer(command, more), 2, "inget publicerat");
    store = new StoreLayout(folder.resolve("saknas"));
    assertRefused(answer(command, more), 2, "finns inte");
    assertThat(store.root()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1201"})
  void monthsOutsideReasonAreRefused(String months) {
    assertRefused(answer("retention", "--months", months), 2, "--months");
  }

  @Test
  void whatTheSearchFindsIsNamedAndTheCommandFails() throws IOException {
    Path forgotten = store.inbox().resolve("notes.txt");
    Files.createDirectories(store.inbox());
    Files.writeString(forgotten, "fråga om " + KEY);
    Answer answer = erase("--person-key", KEY);
    assertThat(answer.exit()).isEqualTo(5);
    assertThat(answer.err()).contains("Allt är inte borta", "notes.txt").doesNotContain(KEY);
    assertThat(Files.readAllLines(store.removals())).last().asString().contains("INCOMPLETE");
    Files.delete(forgotten);
    assertThat(erase("--person-key", KEY).exit()).isZero();
    assertThat(List.of(store.blocked().resolve("person.digests"))).allMatch(Files::exists);
  }

  @Test
  void anExportSaysThatItsFiguresCannotBeComputedAgain() {
    String[] export = {
      "--what", "definitions", "--format", "csv", "--out", folder.resolve("ut.csv").toString()
    };
    assertThat(answer("export", export).err()).isEmpty();
    List<StoreState.Removal> removals =
        List.of(new StoreState.Removal("2026-03-31T10:00:00Z", StoreState.Cause.RETENTION));
    new StoreState(Map.of(), Map.of(), "2023-03-01", removals).writeTo(store.state("g1"));
    Answer answer = answer("export", export);
    assertThat(answer.exit()).isZero();
    assertThat(answer.err()).contains("Underlaget är gallrat");
  }

  @Test
  void aDayToComeIsRefused() {
    Answer answer = Answer.to("retention", "--store", folder.toString(), "--as-of", "2162-11-22");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("2162-11-22 ligger i framtiden");
  }

  @Test
  void helpTellsHowAKeyIsKeptOutOfTheHistory() {
    assertThat(Answer.to("erase", "--help").out()).contains("standard in", "historik");
    assertThat(Answer.to("retention", "--help").out()).contains("--months", "36");
  }
}
