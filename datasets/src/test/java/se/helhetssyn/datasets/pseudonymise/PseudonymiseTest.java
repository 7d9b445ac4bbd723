package se.helhetssyn.datasets.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymiseTest {
  private static final Somebody SOMEBODY = Somebody.of(LocalDate.of(1934, 5, 6), 0, 981);

  @TempDir private Path folder;
  private Municipality municipality;

  @BeforeEach
  void aMunicipality() throws IOException {
    municipality = new Municipality(folder);
  }

  @Test
  void aPersonHasOneKeyInAColumnOfPersonsAndInText() throws IOException {
    municipality
        .file("person.csv", "person_key,sex\n%s,F\n".formatted(SOMEBODY.twelve()))
        .file(
            "plan.csv",
            "Plan;Pnr;Notering\nP1;\"%s\";se %s, tack\n"
                .formatted(SOMEBODY.ten("-"), SOMEBODY.ten("")));
    String key = municipality.keyOf(SOMEBODY);

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv"))
        .isEqualTo("person_key,sex\n%s,F\n".formatted(key));
    assertThat(municipality.result("plan.csv"))
        .isEqualTo("Plan;Pnr;Notering\nP1;\"%s\";se %s, tack\n".formatted(key, key));
    assertThat(municipality.printed())
        .contains("Pnr: 1 personnummer ersatta", "Notering: 1 personnummer", "2 filer")
        .doesNotContain(SOMEBODY.twelve(), SOMEBODY.ten("-"), SOMEBODY.ten(""), key);
  }

  @Test
  void anotherNumberInAColumnOfPersonsBecomesAKeyToo() throws IOException {
    municipality.file("person.csv", "pnr\n19340506-R12X\n19340506 r12x\nx7\n");
    PersonKeys keys = municipality.keys();

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv").lines())
        .containsExactly("pnr", keys.of("19340506R12X"), keys.of("19340506R12X"), keys.of("X7"));
  }

  @Test
  void whatStandsForNobodyAndWhatIsAKeyAlreadyStay() throws IOException {
    String text = "person_key\n\n-\nSaknas\n \"\"\n%s\nSumma\n".formatted("0a".repeat(32));
    municipality.file("person.csv", text);

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv")).isEqualTo(text);
    assertThat(municipality.printed()).contains("1 var redan nycklar");
  }

  @Test
  void signsOfSpreadsheetsAndBlanksInANumberDoNotMatter() throws IOException {
    String twelve = SOMEBODY.twelve();
    municipality.file(
        "person.csv",
        "Person-nr\n=\"%s\"\n'%s\n%s.0\n19 340506 %s\n"
            .formatted(twelve, twelve, twelve, twelve.substring(8)));
    String key = municipality.keyOf(SOMEBODY);

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv").lines())
        .containsExactly("Person-nr", key, key, key, key);
  }

  @Test
  void tenDigitsWithoutAPlusSignAreOfSomeoneYoungerThanAHundred() throws IOException {
    Somebody old = Somebody.of(LocalDate.of(1925, 3, 4), 0, 982);
    Somebody young = Somebody.of(LocalDate.of(2025, 3, 4), 0, 982);
    municipality.file(
        "person.csv", "pnr\n%s\n%s\n%s\n".formatted(old.ten("+"), old.ten("-"), old.ten("")));

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv").lines())
        .containsExactly(
            "pnr", municipality.keyOf(old), municipality.keyOf(young), municipality.keyOf(young));
  }

  @Test
  void runningNumbersOfTenDigitsAreLeftAloneAndCounted() throws IOException {
    StringBuilder text = new StringBuilder("deviation_no,at\n");
    Random random = new Random(7);
    text.append(SOMEBODY.ten("")).append(",20260305 1022\n");
    for (int i = 0; i < 500; i++) {
      text.append(3_000_000_000L + random.nextInt(1_000_000_000));
      text.append(",202603%02d %02d%02d\n".formatted(1 + i % 28, i % 24, i % 60));
    }
    municipality.file("deviation.csv", text.toString());

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("deviation.csv")).isEqualTo(text.toString());
    assertThat(municipality.printed())
        .contains("tal som kunde ha varit personnummer lämnade orörda");
  }

  @Test
  void aRowThatIsShiftedAndRowsAboveTheHeaderAreSearchedToo() throws IOException {
    String ten = SOMEBODY.ten("");
    municipality.file(
        "person.csv", "Utdrag för %s\nnr,person_key\n1,2,%s\n%s,\n".formatted(ten, ten, ten));
    String key = municipality.keyOf(SOMEBODY);

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("person.csv"))
        .startsWith("Utdrag för %s\nnr,person_key\n1,".formatted(key))
        .doesNotContain(ten);
  }

  @Test
  void theManifestTellsTheDigestsOfWhatIsHandedOver() throws IOException {
    String text = "person_key\n%s\n".formatted(SOMEBODY.twelve());
    municipality
        .file("extract_manifest.csv", "extract_id,file_sha256\nE1,%s\n".formatted(sha256(text)))
        .file("person.csv", text);

    assertThat(municipality.run()).isZero();
    assertThat(municipality.result("extract_manifest.csv"))
        .isEqualTo(
            "extract_id,file_sha256\nE1,%s\n".formatted(sha256(municipality.result("person.csv"))));
  }

  @Test
  void columnsCanBeNamedHereOrInAFile() throws IOException {
    municipality.file("a.csv", "Boende,nr\nR1,2\n").file("b.csv", "Kund nr\nR1\n");
    String key = municipality.keys().of("R1");
    Path names = Files.writeString(folder.resolve("kolumner"), "boende\n\nKundnr\n");

    assertThat(municipality.run("--columns", names.toString())).isZero();
    assertThat(municipality.result("a.csv")).isEqualTo("Boende,nr\n%s,2\n".formatted(key));
    assertThat(municipality.result("b.csv")).isEqualTo("Kund nr\n%s\n".formatted(key));
  }

  @Test
  void aColumnThatNoFileHasStopsIt() throws IOException {
    municipality.file("a.csv", "Boende,nr\nR1,2\n");

    assertThat(municipality.run("--columns", "Boende,Bonde")).isEqualTo(2);
    assertThat(municipality.complaint()).contains("kolumnen Bonde").doesNotContain("\n");
    assertThat(municipality.left()).isEmpty();
  }

  @Test
  void theLastScanWithholdsAFileThatNamesSomebody() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "note\nse %s\n".formatted(SOMEBODY.ten("-")));
    TextForm form = TextForm.of(file, PersonColumns.of(null));

    assertThat(stopped(() -> LastScan.of(file, form, 0))).isEqualTo(5);
    Files.writeString(file, "note\nse %s\n".formatted(SOMEBODY.ten("")));
    assertThat(stopped(() -> LastScan.of(file, form, 0))).isEqualTo(5);
    assertThat(stopped(() -> LastScan.of(file, form, 1))).isZero();
  }

  @Test
  void helpNamesTheUsualColumns() {
    assertThat(municipality.call("--help")).isZero();
    assertThat(municipality.printed())
        .contains("./helhetssyn pseudonymise", "personnummer", "--make-key");
  }

  private interface Step {
    void run() throws IOException;
  }

  private static int stopped(Step step) throws IOException {
    try {
      step.run();
      return 0;
    } catch (Stopped stopped) {
      return stopped.exitCode();
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
