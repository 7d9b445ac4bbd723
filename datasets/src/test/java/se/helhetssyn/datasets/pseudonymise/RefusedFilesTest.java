package se.helhetssyn.datasets.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {
  private static final Somebody SOMEBODY = Somebody.of(LocalDate.of(1934, 5, 6), 0, 981);

  @TempDir private Path folder;
  private Municipality municipality;

  @BeforeEach
  void aMunicipality() throws IOException {
    municipality = new Municipality(folder);
    municipality.file("a.csv", "pnr\n%s\n".formatted(SOMEBODY.twelve()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.xlsx", "b.xls", "b.parquet", "b.csv.gz", "b"})
  void otherFilesThanTextAreRefused(String name) throws IOException {
    municipality.file(name, "pnr\n");
    assertStopped(2, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b,c\n", "pnr\n\"1\n2\n3\n", "\"", "\u0081å"})
  void whatCannotBeReadIsRefusedAndNothingIsLeft(String text) throws IOException {
    municipality.file("b.csv", text, StandardCharsets.ISO_8859_1);
    assertStopped(2, "b.csv");
  }

  @Test
  void aNumberInTheNameOfAFileIsRefusedWithoutTellingIt() throws IOException {
    municipality.file("journal " + SOMEBODY.ten("-") + ".csv", "a\n");
    assertStopped(2, "i sitt namn");
    assertThat(municipality.complaint()).doesNotContain(SOMEBODY.ten("-"));
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenOver() throws IOException {
    Files.createDirectory(municipality.out);
    Files.writeString(municipality.out.resolve("a.csv"), "annat");
    assertThat(municipality.run()).isEqualTo(2);
    assertThat(municipality.left()).containsExactly("a.csv");
    assertThat(municipality.result("a.csv")).isEqualTo("annat");
  }

  @Test
  void foldersWithinEachOtherAreRefused() {
    assertThat(municipality.run("--out", municipality.in.resolve("ut").toString())).isEqualTo(2);
    assertThat(municipality.run("--out", municipality.in.toString())).isEqualTo(2);
    assertThat(municipality.complaint()).contains("skilda mappar");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    Files.setPosixFilePermissions(municipality.key, PosixFilePermissions.fromString("rw-r-----"));
    assertStopped(3, "läsas av andra");
  }

  @Test
  void aKeyAmongTheFilesIsRefused() throws IOException {
    Path beside = municipality.in.resolve("nyckel.csv");
    SecretFile.make(beside);
    assertThat(municipality.run("--key-file", beside.toString())).isEqualTo(3);
    assertThat(municipality.complaint()).contains("annat ställe");
    assertThat(municipality.left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00112233445566778899aabbccddeeff",
        "not hexadecimal",
        "",
        "4141414141414141414141414141414141414141414141414141414141414141",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "00fe13a8772b9c4d5e61f83ac70db29600fe13a8772b9c4d5e61f83ac70db296"
      })
  void aWeakKeyIsRefusedWithoutTellingIt(String key) throws IOException {
    Files.writeString(municipality.key, key);
    assertThat(municipality.run()).isEqualTo(3);
    assertThat(municipality.complaint()).startsWith("Nyckel");
    if (!key.isEmpty()) {
      assertThat(municipality.complaint()).doesNotContain(key);
    }
    assertThat(municipality.left()).isEmpty();
  }

  @Test
  void aKeyIsMadeForItsOwnerAloneAndNeverTwice() throws IOException {
    Path made = folder.resolve("ny");
    assertThat(municipality.call("--make-key", made.toString())).isZero();
    assertThat(Files.getPosixFilePermissions(made))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(made))
        .matches("[0-9a-f]{64}\n")
        .isNotEqualTo(Files.readString(municipality.key));
    assertThat(municipality.printed()).doesNotContain(Files.readString(made).strip());
    assertThat(municipality.call("--make-key", made.toString())).isEqualTo(2);
  }

  @Test
  void whatIsMissingOrMisspeltIsToldInOneSentence() {
    assertThat(municipality.call("--in", "x", "--out", "y")).isEqualTo(2);
    assertThat(municipality.complaint()).startsWith("--key-file måste anges.");
    assertThat(municipality.call("--ut", "x")).isEqualTo(2);
    assertThat(municipality.complaint()).startsWith("--ut finns inte.");
    assertThat(municipality.run("--as-of", "i går")).isEqualTo(2);
    assertThat(municipality.complaint()).startsWith("--as-of ska följas av DATUM.");
    assertThat(municipality.run("--in", folder.resolve("ingen").toString())).isEqualTo(2);
    assertThat(municipality.complaint()).contains("finns inte").doesNotContain("\n");
  }

  private void assertStopped(int code, String said) throws IOException {
    assertThat(municipality.run()).isEqualTo(code);
    assertThat(municipality.complaint()).contains(said).doesNotContain("\n");
    assertThat(municipality.left()).isEmpty();
  }
}
