package se.helhetssyn.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.TestNumbers;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Deliveries with a manifest, with successions, and with files that are not taken in. */
final class ManifestDeliveryTest {
  private static final String MANIFEST =
      "extract_id,source_system,table_name,root_org_unit_id,period_from,period_to,extracted_at,row_count,file_sha256,is_full_load\n";
  private static final String UNITS = "org_unit_id,unit_code,name,level,provider_form,valid_from\n";
  private static final String PERSONS = "person_key,protected_identity\n";

  @TempDir private Path folder;

  @BeforeEach
  void deliver() throws IOException {
    file("org_unit.csv", UNITS);
    file("person.csv", PERSONS);
    file("conference.csv", "conference_id,planned_start,status\nA,,\n");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Delivery received() {
    return Deliveries.canonical(folder);
  }

  private static String row(String id, String table, String root, long rows, String full) {
    return "%s,SYN,%s,%s,2026-01-01,2026-03-31,2026-04-02T06:00:00,%d,,%s%n"
        .formatted(id, table, root, rows, full);
  }

  @Test
  void theManifestTellsWhatIsCoveredAndWhatIsMissing() throws IOException {
    String rows = row("C", "conference", "", 1, "YES") + row("P", "plan", "", 4, "YES");
    file("extract_manifest.csv", MANIFEST + rows);
    Delivery delivery = received();
    assertThat(delivery.covered()).extracting(Announcement::extractId).containsExactly("C");
    assertThat(delivery.missing()).extracting(Announcement::extractId).containsExactly("P");
    assertThat(delivery.extractedOn()).contains(LocalDate.of(2026, 4, 2));
    assertThat(delivery.taken("conference").getFirst().extractId("conference")).isEqualTo("C");
    assertThat(delivery.taken("person").getFirst().extractId("person")).isEqualTo("person.csv");
    assertThat(delivery.incomplete()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",SYN,conference,,2026-01-01,2026-03-31,2026-04-02,1,,YES",
        "C,SYN,conference,,igår,2026-03-31,2026-04-02,1,,YES",
        "C,SYN,conference,,2026-02-30,2026-03-31,2026-04-02,1,,YES",
        "C,SYN,conference,,2026-01-01,2026-03-31,2026-04-02,många,,YES",
        "C,SYN,conference,,2026-01-01,2026-03-31,2026-04-02,99999999999999999999,,YES",
        "C,SYN,conference,,+202601-01-01,2026-03-31,2026-04-02,1,,YES",
        "C,SYN,conference,,2026-01-01,+999999999-03-31,2026-04-02,1,,YES",
        "C,SYN,conference,,2026-01-01,2026-03-31,+999999999-04-02T06:00,1,,YES",
        "C,SYN,conference,,2026-03-31,2026-01-01,2026-04-02,1,,YES",
        "C,SYN,conference,,2026-01-01,2026-03-31,0000-04-02T06:00,1,,YES",
        "C,SYN,conference,,2026-01-01,2026-03-31,2026-04-02,1,,",
        "C,SYN,conference",
        "\"C,SYN"
      })
  void aRowThatCannotBeReadAnnouncesNothing(String row) throws IOException {
    file("extract_manifest.csv", MANIFEST + row + "\n");
    assertThat(received().announced()).isEmpty();
  }

  @Test
  void aRowIsReadInItsUsualForms() throws IOException {
    String digest = "AB".repeat(32);
    file(
        "extract_manifest.csv",
        MANIFEST
            + " C ,SYN,conference,N1,2026-01-01,2026-03-31,2026-04-02 06:30:00,1,%s,NO%n"
                .formatted(digest)
            + "D,SYN,plan,,2026-01-01,2026-03-31,2026-04-03,0,,YES\n");
    List<Announcement> announced = received().announced();
    assertThat(announced).extracting(Announcement::extractId).containsExactly("C", "D");
    assertThat(announced.getFirst().root()).contains("N1");
    assertThat(announced.getFirst().sha256()).contains("ab".repeat(32));
    assertThat(announced.getFirst().fullLoad()).isFalse();
    assertThat(announced.getLast().isWhole()).isTrue();
    assertThat(announced.getLast().extractedAt()).isEqualTo("2026-04-03T00:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "NO, '', bara som ändringar",
    "NO, N1, bara som ändringar",
    "YES, N1, gäller bara N1 och skulle ersätta allt annat",
  })
  void aPartAloneIsRefusedWhereNobodyKnowsWhatCameBefore(String full, String root, String sentence)
      throws IOException {
    file("extract_manifest.csv", MANIFEST + row("C", "conference", root, 1, full));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> received().requireWhole())
        .withMessageContaining(sentence);
  }

  @Test
  void aPartBesideTheWholeIsTakenIn() throws IOException {
    file("conference.1.csv", "conference_id,planned_start,status\nB,,\nC,,\n");
    file("conference.2.csv", "conference_id,planned_start,status\nD,,\nE,,\nF,,\n");
    file(
        "extract_manifest.csv",
        MANIFEST
            + announced("conference.csv", "", "YES", 1)
            + announced("conference.1.csv", "N1", "YES", 2)
            + announced("conference.2.csv", "", "NO", 3));
    Delivery delivery = received();
    assertThat(delivery.covered()).hasSize(3);
    assertThatCode(() -> delivery.requireWhole()).doesNotThrowAnyException();
  }

  private String announced(String name, String root, String full, long rows) {
    String digest =
        received().files().stream()
            .filter(file -> file.name().equals(name))
            .findFirst()
            .orElseThrow()
            .arrived()
            .input()
            .sha256();
    return row(name, "conference", root, rows, full)
        .replace(",,", "," + digest + ",")
        .replaceFirst("conference," + digest, "conference,");
  }

  @Test
  void aFileOfAnotherVersionOfTheTablesIsTurnedAway() throws IOException {
    file(
        "extract_manifest.csv",
        MANIFEST.replace("\n", ",schema_version\n")
            + row("C", "conference", "", 1, "YES").replace("\n", ",2\n"));
    assertThat(received().turnedAway().getFirst().arrived().turnedAway().orElseThrow().reason())
        .contains("conference.csv följer en annan version", "(1)");
    file(
        "extract_manifest.csv",
        MANIFEST.replace("\n", ",schema_version\n")
            + row("C", "conference", "", 1, "YES").replace("\n", ",1\n"));
    assertThat(received().turnedAway()).isEmpty();
  }

  @Test
  void aFileThatIsTurnedAwayLeavesItsTableIncompleteUnlessItWasAnnounced() throws IOException {
    file("plan.csv", "plan_id\n\uFFFD\n");
    file("absence.csv", "enrolment_id\nÅ\uFFFD\n");
    file("extract_manifest.csv", MANIFEST + row("P", "plan", "", 1, "YES"));
    Delivery delivery = received();
    assertThat(delivery.turnedAway())
        .extracting(ReceivedFile::name)
        .containsExactly("absence.csv", "plan.csv");
    assertThat(delivery.incomplete()).containsExactly("absence");
    assertThat(delivery.covered()).isEmpty();
    assertThatCode(() -> delivery.requireFoundation()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org_unit", "person"})
  void aFoundationThatIsTurnedAwayRefusesTheDelivery(String table) throws IOException {
    file(table + ".csv", "unit_code,person_key\n\uFFFD,\uFFFD\n");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> received().requireFoundation())
        .withMessageContaining(table + ".csv har förlorat bokstäver")
        .withMessageContaining("Utan hela tabellen " + table);
  }

  @Test
  void partOfAFoundationMayBeLackingIfTheManifestTellsWhich() throws IOException {
    file("person.norr.csv", PERSONS + "\uFFFD,NO\n");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> received().requireFoundation());
    file(
        "extract_manifest.csv",
        MANIFEST
            + row("N", "person", "N1", 1, "YES")
                .replace(",,", "," + digest("person.norr.csv") + ","));
    assertThatCode(() -> received().requireFoundation()).doesNotThrowAnyException();
  }

  private String digest(String name) {
    return received().files().stream()
        .filter(file -> file.name().equals(name))
        .map(file -> file.arrived().input().sha256())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void successionsAreReadWhereBothKeysAreThere() throws IOException {
    file(
        "person_succession.csv",
        "changed_at,old_key,new_key\n2026-01-01, A ,B\n,C,\n,,D\n,E\n2026-02-01,F,G\n");
    assertThat(Succession.map(received().successions()))
        .containsExactlyInAnyOrderEntriesOf(Map.of("A", "B", "F", "G"));
    file("person_succession.csv", "old_key,new_key\nA,\uFFFD\n");
    assertThat(received().successions()).isEmpty();
  }

  @Test
  void aColumnIsExceptedInTheFilesOfItsTableOrPatternAlone() throws IOException {
    String number = TestNumbers.everyForm(new Random(7)).getFirst();
    file("conference.csv", "conference_id,planned_start,status\nA," + number + ",\n");
    file("conference.2026.csv", "conference_id,planned_start,status\nA," + number + ",\n");
    file("plan.csv", "plan_id,planned_start\nA," + number + "\n");
    assertThat(stopped()).containsExactly("conference.2026.csv", "conference.csv", "plan.csv");
    assertThat(stopped(new ExceptedColumn("conference", "planned_start")))
        .containsExactly("plan.csv");
    assertThat(stopped(new ExceptedColumn("*.2026.csv", "planned_start")))
        .containsExactly("conference.csv", "plan.csv");
    assertThat(stopped(new ExceptedColumn("conference", "status"))).hasSize(3);
  }

  private List<String> stopped(ExceptedColumn... excepted) {
    return Delivery.receive(
            folder, new CanonicalLayout(DataPackage.load()), List.of(excepted), file -> {})
        .turnedAway()
        .stream()
        .map(ReceivedFile::name)
        .toList();
  }

  @Test
  void namesAreShownWithoutIdentityNumbers() throws IOException {
    String number = TestNumbers.everyForm(new Random(8)).get(3);
    file("Lista " + number + ".csv", "a\n");
    file("plan." + number + ".csv", "plan_id\n");
    Files.createDirectory(folder.resolve("absence." + number + ".csv"));
    Delivery delivery = received();
    assertThat(delivery.ignored()).containsExactly("Lista •••••••••••.csv");
    assertThat(delivery.noFiles()).containsExactly("absence.•••••••••••.csv");
    assertThat(delivery.turnedAway())
        .extracting(ReceivedFile::name)
        .containsExactly("plan.•••••••••••.csv");
  }

  @Test
  void aNumberFarBelowAHeaderThatIsNotKnownIsSeen() throws IOException {
    String number = TestNumbers.everyForm(new Random(9)).get(1);
    file("plan.csv", "x,y\n" + "a,b\n".repeat(500) + "a," + number + "\n");
    assertThat(received().turnedAway().getFirst().arrived().turnedAway().orElseThrow().rule())
        .isEqualTo("DQ28");
  }
}
