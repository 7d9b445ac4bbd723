package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.door.Door;

/**
 * Whatever lies in a delivered folder, the command answers soon, in Swedish sentences, and nothing
 * of it is published by halves.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileDeliveryIT {
  private static final long SEED = 4_202;
  private static final DataPackage CONTRACT = DataPackage.load();
  private static final Pattern NO_SWEDISH =
      Pattern.compile(
          "Exception|java\\.|se\\.helhetssyn|\\tat |ERROR|WARN|\\b(the|not|null|error|failed|invalid|of)\\b");
  private static final String MANIFEST =
      "extract_id,source_system,table_name,period_from,period_to,extracted_at,row_count,file_sha256,is_full_load\n";

  @TempDir private static Path sound;
  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private Path extracts = Path.of("");
  private StoreLayout store = new StoreLayout(Path.of(""));

  @BeforeAll
  static void generate() throws IOException {
    SmallDelivery.pipeline(sound, new StoreLayout(sound.resolve("lager")));
  }

  @BeforeEach
  void deliver() throws IOException {
    store = new StoreLayout(folder.resolve("lager"));
    MartFixture.in(store.root(), "former")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .publish();
    extracts = Files.createDirectory(folder.resolve("uttag"));
    for (Path file : Door.filesIn(sound.resolve("uttag"))) {
      Files.copy(file, extracts.resolve(file.getFileName()));
    }
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(extracts.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private Answer command() {
    Answer answer = Answer.to(SmallDelivery.command(extracts, store));
    assertThat(NO_SWEDISH.matcher(answer.err() + answer.out()).results().map(r -> r.group()))
        .as(answer.err())
        .isEmpty();
    assertThat(answer.err().lines())
        .allMatch(line -> line.endsWith(".") || line.endsWith(" …") || line.startsWith("  "));
    return answer;
  }

  /** Refused with these words, before Spark is started, and nothing is changed. */
  private void assertRefused(String... parts) throws IOException {
    Answer answer = command();
    assertThat(answer.exit()).as("seed %d: %s", SEED, answer.err()).isEqualTo(2);
    assertThat(answer.err()).contains(parts);
    assertThat(answer.out()).isEmpty();
    assertThat(Files.readString(store.pointer()).strip()).isEqualTo("former");
    assertThat(names(store.generations())).containsExactly("former");
    for (String run : names(store.root().resolve("runs"))) {
      assertThat(store.events(run)).content().doesNotContain("\"stage\":\"start\",\"message\"");
      assertThat(names(store.root().resolve("runs").resolve(run))).containsExactly("events.jsonl");
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void randomBytesUnderEveryNameAreRefused() throws IOException {
    file("org_unit.csv", noise(700));
    for (TableSchema table : CONTRACT.tables()) {
      for (String form : List.of(".csv", ".parquet", ".xlsx")) {
        if (table.name().equals("extract_manifest") && !form.equals(".csv")) {
          continue; // a manifest is text; under another name it is no part of a delivery
        }
        Path noise = file(table.name() + form, noise(300 + random.nextInt(2_000)));
        assertRefused("Filen " + noise.getFileName());
        if (!noise.endsWith("org_unit.csv")) {
          Files.delete(noise);
        }
      }
    }
  }

  @Test
  void aFileCutAnywhereIsNotTheAnnouncedOne() throws IOException {
    byte[] whole = Files.readAllBytes(extracts.resolve("org_unit.csv"));
    announce("org_unit", whole, whole.length);
    for (int i = 0; i < 25; i++) {
      file("org_unit.csv", Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertRefused("Filen org_unit.csv");
    }
  }

  private void announce(String table, byte[] content, long rows) throws IOException {
    file("extract_manifest.csv", MANIFEST + row(table, content, rows));
  }

  private static String row(String table, byte[] content, long rows) {
    return "X-%s,SYN,%s,2025-04-01,2025-09-30,2025-10-01T06:00:00,%d,%s,YES%n"
        .formatted(table, table, rows, digest(content));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aManifestThatSaysAnotherNumberOfRowsIsBelieved() throws IOException {
    byte[] units = Files.readAllBytes(extracts.resolve("org_unit.csv"));
    announce("org_unit", units, 4_711);
    assertRefused("manifestet säger 4711", "Utan hela tabellen org_unit");
  }

  @Test
  void aManifestOfRubbishIsRefused() throws IOException {
    file("extract_manifest.csv", noise(900));
    assertRefused("Filen extract_manifest.csv");
    file("extract_manifest.csv", "");
    assertRefused("extract_manifest.csv är tom");
    file("extract_manifest.csv", "a;b;c\n1;2;3\n");
    assertRefused("extract_manifest.csv");
  }

  @Test
  void monstrousTextIsRefused() throws IOException {
    file("conference.csv", "a,".repeat(1_000_000) + "\n");
    assertRefused("conference.csv har en rad som är längre");
    file("conference.csv", "a,".repeat(5_000) + "\n");
    assertRefused("4 096 kolumner");
    byte[] block = "långrad".repeat(100_000).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(extracts.resolve("conference.csv"))) {
      out.write("conference_id,planned_start,status\nA,".getBytes(UTF_8));
      for (int written = 0; written < 100_000_000; written += block.length) {
        out.write(block);
      }
    }
    assertRefused("conference.csv har en rad som är längre");
    file("conference.csv", "conference_id,planned_start,status\nA,\0,\n");
    assertRefused("tecken som inte hör hemma i text");
  }

  @ParameterizedTest
  @CsvSource({
    "'', är tom",
    "'\n\r\n', är tom",
    "'conference_id,,status\n', utan namn",
    "'conference_id,Status,status\n', två kolumner",
    "'x\n', har ingen rubrikrad",
    "'\"conference_id', saknar kolumnen"
  })
  void aHeaderThatCannotBeUsedIsTold(String text, String sentence) throws IOException {
    file("conference.csv", text);
    assertRefused("conference.csv", sentence);
  }

  @Test
  void packedFilesAreRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(extracts.resolve("conference.csv")));
    }
    file("conference.csv", packed.toByteArray());
    assertRefused("conference.csv är packad");
    Files.delete(extracts.resolve("conference.csv"));
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 40; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    file("conference.xlsx", bomb.toByteArray());
    assertRefused("conference.xlsx blir för stor");
    file("conference.xlsx", Arrays.copyOf(bomb.toByteArray(), bomb.size() / 2));
    assertRefused("conference.xlsx");
  }

  @Test
  void aParquetFileCutOffIsRefused() throws IOException {
    byte[] whole = parquet();
    for (int length : List.of(0, 4, whole.length / 2, whole.length - 1)) {
      file("conference.delar.parquet", Arrays.copyOf(whole, length));
      assertRefused("conference.delar.parquet");
    }
  }

  private byte[] parquet() throws IOException {
    Path file = folder.resolve("whole.parquet");
    Sql.run(
        "COPY (SELECT 'A' || range AS conference_id, '2025-05-01' AS planned_start, 'HELD' AS status FROM range(500)) TO '%s' (FORMAT parquet)"
            .formatted(file));
    return Files.readAllBytes(file);
  }

  @Test
  void aFolderInTheUnitsPlaceIsNoFile() throws IOException {
    Files.delete(extracts.resolve("org_unit.csv"));
    Files.createDirectory(extracts.resolve("org_unit.csv"));
    assertRefused("saknas org_unit.csv");
  }

  @Test
  void aFileThatMayNotBeReadIsTold() throws IOException {
    Path hidden = extracts.resolve("conference.csv");
    Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(hidden)) {
      System.err.println(
          "HostileDeliveryIT: root reads every file; unreadable files are not tried");
      return;
    }
    assertRefused("conference.csv går inte att öppna");
  }

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void whatCanBeLeftOutIsToldAndTheRestIsTakenIn() throws IOException {
    file("conference.csv", mixedLineEnds());
    Files.createDirectory(extracts.resolve("plan.parquet"));
    file("deviation.csv", "deviation_id,category\nÅ,\uFFFD\n");
    file(
        "risk_cause.csv",
        ("assessment_id,cause_code\nÖ" + "ä".repeat(9) + ",x\n")
            .getBytes(Charset.forName("IBM850")));
    file("person_succession.csv", "old_key,new_key,changed_at\nA,B,x\nB,A,\nC,C,\nD\n\"E,");
    StringBuilder manifest = new StringBuilder(MANIFEST);
    for (String table : List.of("org_unit", "person", "conference")) {
      byte[] content = Files.readAllBytes(extracts.resolve(table + ".csv"));
      manifest.append(row(table, content, rows(table)));
    }
    byte[] none = Files.readAllBytes(extracts.resolve("conference_participant.csv"));
    manifest.append(
        row("conference_participant", none, rows("conference_participant"))
            .replace("2025-04-01", "0202-04-01"));
    manifest.append("Y,SYN,plan,0001-01-01,9999-12-31,0000-01-01T00:00:00,1,,YES\n");
    manifest.append("Z,SYN,absence,+999999999-01-01,2025-01-01,+999999999-01-01T00:00,1,,YES\n");
    manifest.append("W,SYN,conference,igår,,,många,0,JA\n\"V\n");
    file("extract_manifest.csv", manifest.toString());
    Answer answer = command();
    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.err())
        .contains("Filen deviation.csv har förlorat bokstäver", "Filen risk_cause.csv")
        .contains("plan.parquet läses inte", "Manifestet har 4 rader som inte går att läsa");
    assertThat(Files.readString(store.pointer()).strip()).isNotEqualTo("former");
  }

  private long rows(String table) {
    return Sql.rows(
            "jdbc:duckdb:",
            "SELECT * FROM '%s'".formatted(sound.resolve("uttag/" + table + ".csv")))
        .size();
  }

  private String mixedLineEnds() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(extracts.resolve("conference.csv")));
    List<String> ends = List.of("\n", "\r\n", "\r", "\n\n");
    lines.replaceAll(line -> line + ends.get(random.nextInt(ends.size())));
    return String.join("", lines);
  }
}
