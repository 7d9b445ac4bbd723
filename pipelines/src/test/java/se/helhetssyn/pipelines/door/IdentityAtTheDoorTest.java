package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.identity.WrittenForm;
import se.helhetssyn.pipelines.delivery.CanonicalLayout;

/** No identity number passes the door, in whatever place, form and encoding it comes. */
final class IdentityAtTheDoorTest {
  private static final long SEED = 28;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<Charset> CHARSETS = List.of(UTF_8, WINDOWS, UTF_16LE, UTF_16BE);
  private static final String TEN = "ten";

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private Arrivals arrivals;

  @BeforeEach
  void open() {
    arrivals = new Arrivals(folder);
  }

  @Test
  void aNumberInAnyColumnFormAndEncodingStopsTheFile() {
    int turn = 0;
    for (TableSchema table : DataPackage.load().tables()) {
      for (int column = 0; column < table.columns().size(); column++) {
        for (String number : TestNumbers.everyForm(random)) {
          Charset charset = CHARSETS.get(turn % CHARSETS.size());
          String mark = turn % 3 == 0 && !charset.equals(WINDOWS) ? "\uFEFF" : "";
          String value = turn % 2 == 0 ? number : "\"å, (" + number + ")\"";
          String text = mark + csv(table, column, value);
          assertStopped(table, text.getBytes(charset), column + 1);
          turn++;
        }
      }
    }
    assertThat(turn).isGreaterThan(1_000);
  }

  private void assertStopped(TableSchema table, byte[] content, int column) {
    Expectation expected = new CanonicalLayout(DataPackage.load()).expectation(table.name());
    ArrivedFile file = arrivals.bytes(table.name() + ".csv", content, expected);
    ArrivedFile.TurnedAway why = Arrivals.turnedAway(file);
    assertThat(why.rule()).as("seed %d, %s", SEED, table.name()).isEqualTo("DQ28");
    assertThat(why.hits()).extracting(IdentityHits::column).containsExactly(column);
  }

  private static String csv(TableSchema table, int column, String value) {
    List<String> row = new ArrayList<>(Collections.nCopies(table.columns().size(), ""));
    row.set(column, value);
    String sound = ",".repeat(row.size() - 1) + "\n";
    return String.join(",", table.columns()) + "\n" + sound + String.join(",", row) + "\nÅ" + sound;
  }

  @Test
  void aNumberEncodedTwiceOrInAnotherScriptStopsTheFile() {
    String number = TestNumbers.everyForm(random).get(5);
    String wide =
        number.chars().mapToObj(c -> c == 0x2013 ? "-" : wide(c)).reduce("", String::concat);
    String twice = new String(("Å " + number).getBytes(UTF_8), WINDOWS);
    for (String value : List.of(wide, twice)) {
      assertThat(rule("id,name,places\nA," + value + ",1\n")).isEqualTo("DQ28");
    }
  }

  private static String wide(int digit) {
    return Character.toString(0xFF10 + digit - '0');
  }

  @Test
  void aNumberOutsideTheRowsStopsTheFile() {
    String number = TestNumbers.everyForm(random).getFirst();
    String header = "id,name,places\n";
    assertThat(rule("Lista för " + number + "\n" + header + "A,b,1\n")).isEqualTo("DQ28");
    assertThat(rule("id,name,places," + number + "\nA,b,1,2\n")).isEqualTo("DQ28");
    assertThat(rule(header + "A,b,1\nSumma," + number + "\n")).isEqualTo("DQ28");
    assertThat(rule(header + "A,b,1,2,3," + number + "\n")).isEqualTo("DQ28");
    assertThat(rule(header + "A,b,1\nB,\"aldrig stängt\nC," + number)).isEqualTo("DQ28");
    assertThat(rule(number)).isEqualTo("DQ28");
  }

  private String rule(String text) {
    return Arrivals.turnedAway(arrivals.text(text)).rule();
  }

  @Test
  void aNumberInTheNameStopsTheFileAndIsMasked() {
    String number = TestNumbers.everyForm(random).get(1);
    byte[] text = "id,name,places\nA,b,1\n".getBytes(UTF_8);
    ArrivedFile file = arrivals.bytes("unit." + number + ".csv", text, Arrivals.expected());
    assertThat(file.input().file()).isEqualTo("unit." + "•".repeat(13) + ".csv");
    assertThat(Arrivals.turnedAway(file).reason()).doesNotContain(number);
    assertThat(Arrivals.turnedAway(file).hits())
        .containsExactly(new IdentityHits(0, WrittenForm.EIGHT_SIGN_FOUR, 1));
    for (int last = 0; last < 10; last++) {
      String stamped = "unit.20260305-102" + last + ".csv";
      assertThat(arrivals.bytes(stamped, text, Arrivals.expected()).turnedAway()).isEmpty();
    }
  }

  @Test
  void tenDigitsInAColumnOfNumbersCountWhenHalfOfThemAreIdentityNumbers() {
    String header = "id,ten,places\n";
    String number = TestNumbers.everyForm(random).getLast();
    String other = "9999999999";
    assertThat(numbers(header + "A," + number + ",1\nB," + other + ",1\n").turnedAway())
        .isPresent();
    assertThat(numbers(header + "A," + number + ",1\n" + ("B," + other + ",1\n").repeat(2)))
        .extracting(ArrivedFile::rows, ArrivedFile::turnedAway)
        .containsExactly(3L, Optional.empty());
    assertThat(numbers(header + "A,nr " + number + ",1\n" + ("B," + other + ",1\n").repeat(2)))
        .extracting(file -> file.turnedAway().isPresent())
        .isEqualTo(true);
  }

  private ArrivedFile numbers(String text) {
    Map<String, ColumnKind> kinds = Map.of(TEN, ColumnKind.NUMBER_LIKE);
    Expectation expected = Expectation.canonical(List.of("id", TEN, "places"), kinds);
    return arrivals.bytes("unit.csv", text.getBytes(UTF_8), expected);
  }

  @Test
  void anExceptedColumnIsLeftAlone() {
    String text = "id,name,places\nA," + TestNumbers.twelve(random) + ",1\n";
    Map<String, ColumnKind> kinds = Map.of("name", ColumnKind.EXCEPTED);
    Expectation expected = Expectation.canonical(Arrivals.COLUMNS, kinds);
    assertThat(arrivals.bytes("unit.csv", text.getBytes(UTF_8), expected).turnedAway()).isEmpty();
    assertThat(rule(text)).isEqualTo("DQ28");
  }

  @Test
  void aNumberInAWorkbookStopsIt() throws IOException {
    for (String number : TestNumbers.everyForm(random)) {
      assertThat(workbook(book -> sheet(book).value(1, 1, "se " + number))).isEqualTo("DQ28");
    }
    long twelve = Long.parseLong(TestNumbers.twelve(random));
    assertThat(workbook(book -> sheet(book).value(1, 2, twelve))).isEqualTo("DQ28");
    String signed = TestNumbers.everyForm(random).get(3);
    assertThat(
            workbook(book -> {
              sheet(book);
              book.newWorksheet("Blad2").value(40, 7, signed);
            }))
        .isEqualTo("DQ28");
    assertThat(workbook(book -> sheet(book).comment(1, 1, "om " + signed))).isEqualTo("DQ28");
    assertThat(workbook(IdentityAtTheDoorTest::sheet)).isEmpty();
  }

  private static Worksheet sheet(Workbook book) {
    Worksheet sheet = book.newWorksheet("Blad1");
    for (int i = 0; i < 3; i++) {
      sheet.value(0, i, Arrivals.COLUMNS.get(i));
      sheet.value(1, i, "Å" + i);
    }
    return sheet;
  }

  private String workbook(Consumer<Workbook> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      content.accept(workbook);
    }
    return arrivals
        .bytes("unit.xlsx", bytes.toByteArray(), Arrivals.expected())
        .turnedAway()
        .map(ArrivedFile.TurnedAway::rule)
        .orElse("");
  }

  @Test
  void aNumberInParquetStopsIt() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      Path file = folder.resolve("unit.parquet");
      for (String number : TestNumbers.everyForm(random)) {
        statement.execute(
            "COPY (SELECT 'A' AS id, 'se %s' AS name, 1 AS places) TO '%s' (FORMAT parquet)"
                .formatted(number, file));
        assertThat(Arrivals.turnedAway(Door.examine(file, Arrivals.expected())).hits())
            .extracting(IdentityHits::column)
            .containsExactly(2);
      }
    }
  }

  @Test
  void anIncidentTellsWhereAndHowManyButNotWhat() throws IOException {
    List<String> numbers = TestNumbers.everyForm(random);
    String text = "id,name,places\nA,%s,1\nB,%s %s,1\n".formatted(numbers.toArray());
    ArrivedFile file = arrivals.text(text);
    Incident incident = Incident.of(file, Instant.parse("2026-03-05T08:30:00Z")).orElseThrow();
    StoreLayout store = new StoreLayout(folder.resolve("store"));
    incident.writeTo(store, "r1");
    incident.writeTo(store, "r1");
    assertThat(Files.readAllLines(folder.resolve("store/runs/r1/incidents.jsonl")))
        .hasSize(2)
        .containsOnly(
            "{\"time\":\"2026-03-05T08:30:00Z\",\"file\":\"unit.csv\",\"sha256\":\"%s\",\"rule\":\"DQ28\",\"hits\":[{\"column\":2,\"form\":\"TWELVE\",\"count\":1},{\"column\":2,\"form\":\"EIGHT_SIGN_FOUR\",\"count\":2}]}"
                .formatted(file.input().sha256()));
    assertThat(Incident.of(arrivals.text("id,name,places\n"), Instant.EPOCH)).isEmpty();
  }
}
