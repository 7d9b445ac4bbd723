package se.helhetssyn.pipelines.delivery;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.ArrivedFile.TurnedAway;

final class VerificationTest {
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate TO = LocalDate.of(2026, 3, 31);

  private final Map<String, List<ArrivedFile>> groups = new TreeMap<>();
  private final List<Announcement> announced = new ArrayList<>();
  private List<Announcement> missing = List.of();

  private void arrives(String group, String name, String digest, long rows) {
    arrives(group, name, digest, rows, null);
  }

  private void arrives(
      String group, String name, String digest, long rows, @Nullable TurnedAway why) {
    groups
        .computeIfAbsent(group, g -> new ArrayList<>())
        .add(
            new ArrivedFile(
                Path.of(name),
                new Manifest.Input(name, 1, digest),
                Optional.empty(),
                rows,
                List.of(),
                Optional.ofNullable(why)));
  }

  private void announce(String id, String table, @Nullable String digest, long rows) {
    announced.add(
        new Announcement(
            id,
            "SYN",
            table,
            Optional.empty(),
            FROM,
            TO,
            TO.atStartOfDay(),
            rows,
            Optional.ofNullable(digest),
            true,
            Optional.empty()));
  }

  /** Each file as "name, id of its announcement, rule for which it is turned away". */
  private List<String> verified() {
    Verification verification =
        new Verification(announced, new CanonicalLayout(DataPackage.load()));
    List<String> told =
        verification.of(groups).stream()
            .map(file ->
                "%s %s %s"
                    .formatted(
                        file.name(),
                        file.announcements().isEmpty() ? "-" : ids(file.announcements()),
                        file.arrived().turnedAway().map(TurnedAway::rule).orElse("-")))
            .toList();
    missing = verification.missing();
    return told;
  }

  private static String ids(List<Announcement> announcements) {
    return announcements.stream().map(Announcement::extractId).collect(joining("+"));
  }

  @Test
  void withoutAManifestEveryFileIsTaken() {
    arrives("person", "person.csv", "aa", 3);
    assertThat(verified()).containsExactly("person.csv - -");
    assertThat(missing).isEmpty();
  }

  @Test
  void aFileBelongsToTheRowWithItsDigest() {
    arrives("person", "person.a.csv", "aa", 3);
    arrives("person", "person.b.csv", "bb", 5);
    announce("B", "person", "bb", 5);
    announce("A", "person", "aa", 3);
    assertThat(verified()).containsExactly("person.a.csv A -", "person.b.csv B -");
    assertThat(missing).isEmpty();
  }

  @Test
  void theOnlyFileLeftBelongsToTheOnlyRowLeftOfItsTable() {
    arrives("person", "person.a.csv", "aa", 3);
    arrives("person", "person.b.csv", "bb", 5);
    arrives("plan", "plan.csv", "cc", 7);
    announce("A", "person", "aa", 3);
    announce("B", "person", null, 5);
    announce("C", "absence", null, 7);
    assertThat(verified()).containsExactly("person.a.csv A -", "person.b.csv B -", "plan.csv - -");
    assertThat(missing).extracting(Announcement::extractId).containsExactly("C");
  }

  @Test
  void nobodyGuessesBetweenTwoFilesOrTwoRows() {
    arrives("person", "person.a.csv", "aa", 3);
    arrives("person", "person.b.csv", "bb", 5);
    announce("A", "person", null, 3);
    arrives("plan", "plan.csv", "cc", 7);
    announce("P", "plan", "pp", 7);
    announce("Q", "plan", "qq", 7);
    assertThat(verified()).containsExactly("person.a.csv - -", "person.b.csv - -", "plan.csv - -");
    assertThat(missing).hasSize(3);
  }

  @Test
  void filesOfTheSameContentShareWhatIsSaidOfThem() {
    arrives("person", "person.a.csv", "aa", 3);
    arrives("person", "person.b.csv", "aa", 3);
    announce("A", "person", "aa", 3);
    announce("B", "person", "aa", 3);
    assertThat(verified()).containsExactly("person.a.csv A+B -", "person.b.csv A+B -");
    assertThat(missing).isEmpty();
  }

  @Test
  void aFileOfAnotherDigestOrNumberOfRowsIsTurnedAway() {
    arrives("person", "person.csv", "aa", 3);
    announce("A", "person", "bb", 3);
    arrives("plan", "plan.csv", "cc", 7);
    announce("C", "plan", "cc", 8);
    arrives("absence", "absence.csv", "dd", 1);
    announce("D", "absence", null, 2);
    assertThat(verified())
        .containsExactly("absence.csv D DQ37", "person.csv A CT10", "plan.csv C DQ37");
    assertThat(missing).isEmpty();
  }

  @Test
  void aFileThatWasTurnedAwayKeepsItsReasonAndItsRow() {
    arrives("person", "person.csv", "aa", 3, new TurnedAway("DQ28", "Filen …"));
    announce("A", "person", "aa", 9);
    assertThat(verified()).containsExactly("person.csv A DQ28");
    assertThat(missing).isEmpty();
  }
}
