package se.helhetssyn.ui.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import se.helhetssyn.ui.state.Installation;

final class StagingTest {
  private static final String ID = "leverans";

  @TempDir private Path folder = Path.of("");
  private Staging staging = staging(UNBOUND);

  private static final UploadLimits UNBOUND =
      new UploadLimits(DataSize.ofMegabytes(50), DataSize.ofMegabytes(100), 20, 100);

  @BeforeEach
  void start() {
    staging = staging(UNBOUND);
  }

  private Staging staging(UploadLimits limits) {
    return new Staging(new Installation(folder, folder, null, null, null), limits);
  }

  @Test
  void aFileIsKeptWhereOnlyTheOwnerCanLook() throws IOException {
    receive("absence.csv", "a,b\n");
    Path file = staging.files(ID).resolve("absence.csv");
    assertThat(file).hasContent("a,b\n");
    for (Path each : List.of(folder.resolve("deliveries"), staging.files(ID))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rwx------");
    }
    staging.remove(ID);
    assertThat(staging.files(ID)).doesNotExist();
    assertThat(staging.left()).isEmpty();
  }

  @Test
  void aNameLosesItsFoldersAndNothingIsWrittenElsewhere() {
    receive("../../../absence.csv", "a\n");
    receive("C:\\uttag\\å ä ö\u0000.csv", "a\n");
    assertThat(names()).containsExactly("absence.csv", "å ä ö_.csv");
    assertThat(folder.resolveSibling("absence.csv")).doesNotExist();
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    for (String name : List.of("", " ", "..", "a/..", ".csv", "a".repeat(130) + ".csv")) {
      assertRefused(name, "x", "namn som inte kan användas");
    }
    assertRefused("personer.exe", "x", "personer.exe tas inte emot");
    assertThat(names()).isEmpty();
  }

  @Test
  void aNumberInANameIsNotShown() {
    String number = "18" + "500101" + "-" + "9" + "801";
    assertThat(FileName.of(number + ".csv").shown()).isEqualTo("….csv");
  }

  @Test
  void theSameNameTwiceKeepsTheFirst() throws IOException {
    receive("a.csv", "first");
    assertRefused("a.csv", "second", "a.csv finns redan");
    assertThat(staging.files(ID).resolve("a.csv")).hasContent("first");
  }

  @Test
  void aFileBeyondTheLimitsLeavesNothing() {
    staging = staging(new UploadLimits(DataSize.ofBytes(10), DataSize.ofBytes(15), 3, 100));
    assertRefused("a.csv", "x".repeat(11), "a.csv är för stor: högst 10\u00a0byte");
    receive("a.csv", "x".repeat(10));
    assertRefused("b.csv", "x".repeat(6), "sammanlagt för stora");
    receive("b.csv", "");
    receive("c.csv", "x");
    assertRefused("d.csv", "x", "högst 3");
    assertThat(names()).containsExactly("a.csv", "b.csv", "c.csv");
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() {
    InputStream cut =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("the line was cut");
          }
        };
    InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), cut);
    assertThatExceptionOfType(UploadRefused.class)
        .isThrownBy(() -> receive("a.csv", broken))
        .withMessageContaining("a.csv kom inte fram");
    assertThat(names()).isEmpty();
  }

  @Test
  void filesThatComeAtTheSameTimeShareTheRoom() {
    staging = staging(new UploadLimits(DataSize.ofBytes(10), DataSize.ofBytes(15), 3, 100));
    try (Incoming first = staging.receive(ID, "a.csv", new ByteArrayInputStream(new byte[10]))) {
      assertThat(names()).as("what has not come in is not among the files").isEmpty();
      assertRefused("b.csv", "x".repeat(6), "sammanlagt för stora");
      assertThat(first).isNotNull();
    }
    receive("b.csv", "x".repeat(10));
    assertThat(names()).as("a file that did not come in left its room").containsExactly("b.csv");
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Files.createFile(folder.resolve("deliveries"));
    assertRefused("a.csv", "x", "går att skriva i mappen");
  }

  @Test
  void anArchiveIsUnpackedAndGoes() throws IOException {
    receive("uttag.zip", zip(Map.of("a.csv", "1\n", "b.csv", "22\n")));
    assertThat(names()).containsExactly("a.csv", "b.csv");
    try (Stream<Path> left = Files.walk(folder.resolve("deliveries/" + ID + "/incoming"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "IBM850"})
  void namesInAnArchiveMayBeThoseOfWindows(String charset) throws IOException {
    receive("uttag.zip", zip(Map.of("åtgärder för vård.csv", "1\n"), Charset.forName(charset)));
    assertThat(names()).containsExactly("åtgärder för vård.csv");
  }

  @Test
  void anArchiveOutOfBoundsLeavesNothing() {
    assertArchiveRefused(Map.of("mapp/a.csv", "1"), "innehåller mappar");
    assertArchiveRefused(Map.of("../a.csv", "1"), "innehåller mappar");
    assertArchiveRefused(Map.of("a.csv", "1", "b.zip", "1"), "innehåller andra arkiv");
    assertArchiveRefused(Map.of("a.csv", "1", "b.exe", "1"), "b.exe tas inte emot");
    assertArchiveRefused(Map.of(), "är tomt");
    assertArchiveRefused(Map.of("a.csv", "0".repeat(30_000_000)), "orimligt mycket");
    Map<String, String> many = new TreeMap<>();
    IntStream.range(0, 10_000).forEach(i -> many.put(i + ".csv", ""));
    assertArchiveRefused(many, "för många filer");
    assertRefused("skräp.zip", "PK\u0003\u0004 skräp", "går inte att läsa");
  }

  private void assertArchiveRefused(Map<String, String> files, String sentence) {
    assertThatExceptionOfType(UploadRefused.class)
        .isThrownBy(() -> receive("uttag.zip", zip(files)))
        .withMessageContaining(sentence);
    assertThat(names()).as(sentence).isEmpty();
  }

  private void assertRefused(String name, String content, String sentence) {
    assertThatExceptionOfType(UploadRefused.class)
        .isThrownBy(() -> receive(name, content))
        .withMessageContaining(sentence);
  }

  private void receive(String name, String content) {
    receive(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void receive(String name, byte[] content) {
    receive(name, new ByteArrayInputStream(content));
  }

  private void receive(String name, InputStream content) {
    try (Incoming incoming = staging.receive(ID, name, content)) {
      incoming.moveTo(staging.files(ID));
    }
  }

  private List<String> names() {
    if (!Files.isDirectory(staging.files(ID))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(staging.files(ID))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    return zip(files, StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, String> files, Charset names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
