package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Whatever stands in a file, the answer is a form that adds up or a reason, and comes soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileFilesTest {
  private static final long SEED = 428;
  private static final String SIGNS = ",\"\n\r;\0aÅ 1\tid,name,places\n";
  private static final String UNITS =
      "id,name,places\r\nA,\"Åsgläntan, \"\"norra\"\"\nhuset\",12\r\nB,Örtängen,8\r\n";

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private Arrivals arrivals;

  @BeforeEach
  void open() {
    arrivals = new Arrivals(folder);
  }

  @Test
  void randomBytesUnderEveryNameAreAnswered() {
    for (int i = 0; i < 600; i++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      for (String name : List.of("unit.csv", "unit.parquet", "unit.xlsx")) {
        if (i % 40 == 0 || name.endsWith("csv")) {
          assertAnswered(name, bytes);
        }
      }
    }
  }

  @Test
  void randomSignsBelowAHeaderAreAnswered() {
    for (int i = 0; i < 1_200; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? "id,name,places\n" : "");
      for (int length = random.nextInt(400); length > 0; length--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      String content = i % 3 == 0 ? text.toString() : text.toString().replace("\0", "");
      assertAnswered("unit.csv", content.getBytes(i % 5 == 0 ? ISO_8859_1 : UTF_8));
    }
  }

  @Test
  void aFileCutAnywhereIsAnswered() throws IOException, SQLException {
    byte[] text = UNITS.repeat(3).getBytes(UTF_8);
    for (int end = 0; end <= text.length; end++) {
      assertAnswered("unit.csv", Arrays.copyOf(text, end));
    }
    for (Path whole : List.of(workbook(), parquet())) {
      byte[] bytes = Files.readAllBytes(whole);
      assertThat(examine(whole.getFileName().toString(), bytes).turnedAway()).isEmpty();
      for (int i = 0; i < 15; i++) {
        String name = "cut" + whole.getFileName();
        ArrivedFile cut = assertAnswered(name, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        assertThat(Arrivals.turnedAway(cut).rule()).as("seed %d", SEED).isEqualTo("CT09");
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        assertAnswered(name, changed);
      }
    }
  }

  @Test
  void aMillionColumnsAreTurnedAway() {
    assertTurnedAway("a,".repeat(5_000) + "\n", "4 096 kolumner");
    assertTurnedAway("a,".repeat(1_000_000) + "\n", "rad som är längre");
    ArrivedFile rows = arrivals.text("id,name,places\n" + ",".repeat(500_000) + "x\nA,b,1\n");
    assertThat(rows.rows()).isEqualTo(2);
  }

  @Test
  void aLineOfAHundredMegabytesIsTurnedAway() throws IOException {
    Path file = folder.resolve("unit.csv");
    byte[] block = "långrad".repeat(100_000).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("id,name,places\nA,".getBytes(UTF_8));
      for (int written = 0; written < 100_000_000; written += block.length) {
        out.write(block);
      }
    }
    long start = System.nanoTime();
    ArrivedFile answer = Door.examine(file, Arrivals.expected());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(Arrivals.turnedAway(answer).reason()).contains("rad som är längre");
    assertThat(answer.input().bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void aQuoteThatIsNeverClosedTurnsTheFileAway() {
    String half = "A,b,1\n".repeat(4_999);
    for (String rest : List.of("D,d,2\n", "D,\"d\",2\r\n", "D,\"d\"\"e\",2\r")) {
      ArrivedFile file =
          arrivals.text("id,name,places\n" + half + "C,\"öppet,1\n" + rest.repeat(5_000));
      ArrivedFile.TurnedAway why = Arrivals.turnedAway(file);
      assertThat(why.rule()).as(rest).isEqualTo("CT11");
      assertThat(why.reason()).contains("på rad 5001 ").doesNotContain("öppet");
    }
    assertThat(Arrivals.turnedAway(arrivals.text("\"id,name,places\nA,b,1\n")).rule())
        .isEqualTo("CT11");
    assertTurnedAway(UNITS + "C,\"öppet,1\n" + "D,d,2\n".repeat(200_000), "rad som är längre");
  }

  @Test
  void aQuoteThatIsNotClosedInTheLastLineBreaksThatRowAlone() {
    for (String end : List.of("", "\n", "\r\n\r\n")) {
      ArrivedFile file = arrivals.text(UNITS + "C,\"öppet,1" + end);
      assertThat(file.rows()).isEqualTo(3);
      assertThat(file.turnedAway()).isEmpty();
    }
  }

  @Test
  void parquetThatUnfoldsToFarMoreThanItsBytesIsTurnedAway() throws SQLException {
    Path file = folder.resolve("unit.parquet");
    for (String rows :
        List.of(
            "SELECT 'A' AS id, 'b' AS name, 1 AS places FROM range(20000000)",
            "SELECT 'A' AS id, repeat('b', 1100000) AS name, 1 AS places FROM range(3)")) {
      copy(rows, file);
      ArrivedFile.TurnedAway why = Arrivals.turnedAway(Door.examine(file, Arrivals.expected()));
      assertThat(why.rule()).isEqualTo("CT09");
      assertThat(why.reason()).contains("för långa rader eller fler rader");
    }
  }

  @Test
  void aFileThatIsGoneIsRefusedUnderItsMaskedName() {
    String number = TestNumbers.twelve(random);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Door.examine(folder.resolve("u." + number + ".csv"), Arrivals.expected()))
        .withMessageNotContaining(number)
        .withNoCause();
  }

  @Test
  void onlyFilesThatCanBeExaminedAreListed() {
    for (String name : List.of("b.csv", "a.XLSX", "c.parquet", "ledger.json", "d.csv.gz")) {
      arrivals.file(name, new byte[0]);
    }
    assertThat(Door.filesIn(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.XLSX", "b.csv", "c.parquet");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Door.filesIn(folder.resolve("x")));
  }

  @Test
  void lineEndsMayBeMixed() {
    ArrivedFile file = arrivals.text("id,name,places\rA,b,1\nB,b,1\r\n\r\n\nC,b,1\r\rD,\"\r\n\",1");
    assertThat(file.rows()).isEqualTo(4);
    assertThat(file.turnedAway()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreTurnedAway() throws IOException {
    assertTurnedAway(UNITS + "C,\0,1\n", "inte hör hemma i text");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(UNITS.getBytes(UTF_8));
    }
    assertThat(Arrivals.turnedAway(examine("unit.csv", packed.toByteArray())).reason())
        .contains("packad");
    byte[] workbook = Files.readAllBytes(workbook());
    assertThat(Arrivals.turnedAway(examine("unit.csv", workbook)).reason()).contains("packad");
  }

  @Test
  void aWorkbookThatUnfoldsToGigabytesIsTurnedAway() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 20; i++) {
        zip.write(blanks);
      }
    }
    assertThat(Arrivals.turnedAway(examine("unit.xlsx", bomb.toByteArray())).reason())
        .contains("för stor när den packas upp");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(many)) {
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry("xl/" + i));
      }
    }
    assertThat(Arrivals.turnedAway(examine("unit.xlsx", many.toByteArray())).rule())
        .isEqualTo("CT09");
  }

  private void assertTurnedAway(String content, String sentence) {
    ArrivedFile.TurnedAway why = Arrivals.turnedAway(arrivals.text(content));
    assertThat(why.rule()).isEqualTo("CT09");
    assertThat(why.reason()).contains(sentence);
  }

  private ArrivedFile assertAnswered(String name, byte[] bytes) {
    ArrivedFile file = examine(name, bytes);
    assertThat(file.form().isPresent()).as("seed %d", SEED).isEqualTo(file.turnedAway().isEmpty());
    assertThat(file.input().bytes()).isEqualTo(bytes.length);
    file.form().ifPresent(form -> assertAddsUp(form, file));
    return file;
  }

  /** The chunks follow upon each other, end within the file, and the reader finds every row. */
  private static void assertAddsUp(FileForm form, ArrivedFile file) {
    long offset = -1;
    long rows = 0;
    for (Chunk chunk : form.chunks()) {
      assertThat(chunk.offset()).isGreaterThan(offset);
      assertThat(chunk.firstRow()).isEqualTo(rows + 1);
      offset = chunk.offset() + chunk.length();
      rows += read(file.path(), form, chunk);
    }
    assertThat(offset).isLessThanOrEqualTo(file.input().bytes());
    if (form.kind() == FileForm.Kind.CSV) {
      assertThat(rows).as("seed %d", SEED).isEqualTo(form.rows());
    }
  }

  private static long read(Path path, FileForm form, Chunk chunk) {
    try (CsvRecords records = CsvRecords.open(path, form, chunk)) {
      long rows = 0;
      while (records.next()) {
        rows++;
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArrivedFile examine(String name, byte[] bytes) {
    return arrivals.bytes(name, bytes, Expectation.unknown(Arrivals.COLUMNS, Map.of()));
  }

  private Path workbook() throws IOException {
    Path file = folder.resolve("whole.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Blad1");
      for (int i = 0; i < 3; i++) {
        sheet.value(0, i, Arrivals.COLUMNS.get(i));
        sheet.value(1, i, "A" + i);
      }
    }
    return file;
  }

  private Path parquet() throws SQLException {
    Path file = folder.resolve("whole.parquet");
    copy("SELECT 'A' || range AS id, 'b' AS name, 1 AS places FROM range(500)", file);
    return file;
  }

  private static void copy(String rows, Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000000)"
              .formatted(rows, file));
    }
  }
}
