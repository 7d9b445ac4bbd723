package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.pipelines.file.Chunk;
import se.helhetssyn.pipelines.file.CsvRecords;
import se.helhetssyn.pipelines.file.FileForm;

/** What the door finds out of a file that is taken in, and why others are turned away. */
final class DoorTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String UNITS = "id,name,places\nA,Åsgläntan,12\nB,\"Ö, \"\"norra\"\"\",8\n";

  @TempDir private Path folder;
  private Arrivals arrivals;

  @BeforeEach
  void open() {
    arrivals = new Arrivals(folder);
  }

  @Test
  void aSoundFileIsTakenInWithoutFindings() {
    ArrivedFile file = arrivals.text(UNITS);
    assertThat(file.findings()).isEmpty();
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.input().bytes()).isEqualTo(UNITS.getBytes(UTF_8).length);
    assertThat(Arrivals.form(file).header()).isEqualTo(Arrivals.COLUMNS);
    assertThat(Arrivals.form(file).encoding()).isEqualTo("UTF-8");
    assertThat(Arrivals.form(file).skippedAbove()).isEqualTo(1);
    assertThat(Arrivals.form(file).chunks()).containsExactly(new Chunk(15, 37, 1));
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    assertThat(arrivals.text("").input().sha256()).startsWith("e3b0c44298fc1c14").hasSize(64);
  }

  @Test
  void windowsLettersInAFileSaidToBeUtf8AreRepaired() {
    ArrivedFile file = arrivals.text(UNITS, WINDOWS);
    assertThat(Arrivals.form(file).encoding()).isEqualTo("windows-1252");
    assertThat(file.findings()).containsExactly(new FileFinding("DQ19", REPAIRED, 2));
  }

  @Test
  void windowsLettersThatWereAnnouncedAreNoFault() {
    Expectation announced = Arrivals.expected().writtenIn(Optional.of(WINDOWS));
    assertThat(arrivals.bytes("unit.csv", UNITS.getBytes(WINDOWS), announced).findings()).isEmpty();
    ArrivedFile other = arrivals.bytes("unit.csv", UNITS.getBytes(UTF_8), announced);
    assertThat(Arrivals.form(other).encoding()).isEqualTo("UTF-8");
    assertThat(other.findings()).containsExactly(new FileFinding("DQ19", REPAIRED, 2));
  }

  @Test
  void lettersEncodedTwiceAreToBeUndone() {
    ArrivedFile file = arrivals.text(new String(UNITS.getBytes(UTF_8), WINDOWS));
    assertThat(Arrivals.form(file).encodedTwice()).isTrue();
    assertThat(file.findings()).containsExactly(new FileFinding("DQ19", REPAIRED, 2));
  }

  @Test
  void aFileOfTwoEncodingsIsReadAsWhatItsPartsAre() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(UNITS.getBytes(WINDOWS));
    both.write("C,Fjällbäcken,1\n".getBytes(UTF_8));
    ArrivedFile file = arrivals.bytes("unit.csv", both.toByteArray(), Arrivals.expected());
    FileForm form = Arrivals.form(file);
    assertThat(file.findings()).containsExactly(new FileFinding("DQ19", REPAIRED, 3));
    List<String> names = new ArrayList<>();
    try (CsvRecords records = CsvRecords.open(file.path(), form, form.chunks().getFirst())) {
      while (records.next()) {
        names.add(records.value(1));
      }
    }
    assertThat(names).containsExactly("Åsgläntan", "Ö, \"norra\"", "Fjällbäcken");
    both.write("D,Ávila,1\n".getBytes(UTF_8));
    ArrivedFile other = arrivals.bytes("unit.csv", both.toByteArray(), Arrivals.expected());
    assertThat(Arrivals.turnedAway(other).rule()).isEqualTo("DQ19");
  }

  @Test
  void lostLettersAndUnknownAlphabetsAreTurnedAway() {
    assertThat(Arrivals.turnedAway(arrivals.text(UNITS.replace('Å', '\uFFFD'))).rule())
        .isEqualTo("DQ19");
    for (String dos : List.of("IBM850", "x-MacRoman")) {
      byte[] bytes = UNITS.getBytes(Charset.forName(dos));
      assertThat(Arrivals.turnedAway(arrivals.bytes("unit.csv", bytes, Arrivals.expected())).rule())
          .as(dos)
          .isEqualTo("DQ19");
    }
  }

  @Test
  void aMarkOfByteOrderBelongsToNoColumn() {
    ArrivedFile utf8 = arrivals.text("\uFEFF" + UNITS);
    assertThat(Arrivals.form(utf8).header()).isEqualTo(Arrivals.COLUMNS);
    assertThat(utf8.findings()).isEmpty();
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      for (String mark : List.of("", "\uFEFF")) {
        ArrivedFile file = arrivals.text(mark + UNITS + "C,\uD83C\uDF3F,1\nSumma,21\n", charset);
        assertThat(Arrivals.form(file).encoding()).isEqualTo(charset.name());
        assertThat(Arrivals.form(file).header()).isEqualTo(Arrivals.COLUMNS);
        assertThat(Arrivals.chunks(file))
            .containsExactly("A,Åsgläntan,12\nB,\"Ö, \"\"norra\"\"\",8\nC,\uD83C\uDF3F,1\n");
        assertThat(file.findings())
            .containsExactly(
                new FileFinding("DQ19", REPAIRED, 3), new FileFinding("DQ40", REPAIRED, 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFoundByTheColumns(String delimiter) {
    String text = "Lista; över, enheter\n\nid,name,places\nA,b,1\nC,d,2\n".replace(",", delimiter);
    Expectation unknown = Expectation.unknown(Arrivals.COLUMNS, Map.of());
    ArrivedFile file = arrivals.bytes("lista.txt", text.getBytes(UTF_8), unknown);
    assertThat(Arrivals.form(file).delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(Arrivals.form(file).header()).isEqualTo(Arrivals.COLUMNS);
    assertThat(file.rows()).isEqualTo(2);
  }

  @Test
  void withoutKnownColumnsTheFirstFullRecordIsTheHeader() {
    Expectation unknown = Expectation.unknown(List.of(), Map.of());
    ArrivedFile file = arrivals.bytes("x.csv", "Enhet;Datum\nA;1\nB;2\n".getBytes(UTF_8), unknown);
    assertThat(Arrivals.form(file).header()).containsExactly("Enhet", "Datum");
    assertThat(Arrivals.form(file).delimiter()).isEqualTo(';');
  }

  @Test
  void titlesAndTotalsAreSkippedAndCounted() {
    ArrivedFile file =
        arrivals.text("Enheter\r\nUtskriven,2026-03-05\r\n" + UNITS + "\nSumma,20\n,,\n");
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.findings()).containsExactly(new FileFinding("DQ40", REPAIRED, 4));
    assertThat(Arrivals.form(file).skippedAbove()).isEqualTo(3);
    assertThat(Arrivals.chunks(file)).containsExactly(UNITS.substring(15));
  }

  @ParameterizedTest
  @CsvSource({
    "'Totalt,x,3', 1",
    "'Antal rader: 3', 1",
    "'Total,12,3', 1",
    "'SUMMA', 1",
    "'Totalvård,x,3', 0",
    "'Summa summarum AB,x,3', 0",
    "'T,x,3', 0"
  })
  void onlyWordsForTotalsMakeALastRowOne(String last, int tail) {
    ArrivedFile file = arrivals.text(UNITS + last);
    assertThat(file.rows()).isEqualTo(3 - tail);
  }

  @Test
  void aTotalInTheMiddleIsARow() {
    ArrivedFile file = arrivals.text("id,name,places\nA,x,1\nSumma,,1\nB,x,1\n");
    assertThat(file.rows()).isEqualTo(3);
    assertThat(file.findings()).isEmpty();
    byte[] last = "id,name,places\nSumma,,1\n".getBytes(UTF_8);
    assertThat(arrivals.bytes("unit.csv", last, Arrivals.expected().withoutTotals()).rows())
        .isEqualTo(1);
  }

  @Test
  void recordsThatAreKnownToBeNoneAreSkippedInSilence() {
    Expectation skipping = Arrivals.expected().skipping(1);
    ArrivedFile file =
        arrivals.bytes("unit.csv", ("id,name,places\n" + UNITS).getBytes(UTF_8), skipping);
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.findings()).isEmpty();
  }

  @Test
  void aFileWithOnlyAHeaderHasNoRows() {
    ArrivedFile file = arrivals.text("id,name,places");
    assertThat(Arrivals.form(file).rows()).isZero();
    assertThat(Arrivals.form(file).chunks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', är tom",
    "'\n\n', är tom",
    "'x,y\n1,2\n', har ingen rubrikrad",
    "'id,,places\n', kolumn utan namn",
    "'id,name,ID\n', två kolumner med samma namn (nummer 3)",
  })
  void aHeaderThatCannotBeUsedIsTold(String content, String sentence) {
    ArrivedFile.TurnedAway why = Arrivals.turnedAway(arrivals.text(content));
    assertThat(why.rule()).isEqualTo("CT09");
    assertThat(why.reason()).startsWith("Filen unit.csv").contains(sentence);
  }

  @Test
  void roundThousandsAreMarkedAndSheetLimitsTurnedAway() {
    assertThat(rows(3_000).findings()).containsExactly(new FileFinding("DQ37", FLAGGED, 3_000));
    assertThat(rows(3_001).findings()).isEmpty();
    assertThat(Arrivals.turnedAway(rows(65_535)).rule()).isEqualTo("DQ37");
    assertThat(Arrivals.turnedAway(rows(65_536)).reason()).contains("kalkylblad");
  }

  private ArrivedFile rows(int count) {
    return arrivals.text("id,name,places\n" + "A,b,1\n".repeat(count));
  }

  @Test
  void aLargeFileIsPartedBetweenRecords() {
    String record = "A,\"en rad\r\nmed brytning och citat \"\"x\"\",\",1\r\n";
    int rows = 1_000_003;
    ArrivedFile file = arrivals.text("id,name,places\r\n" + record.repeat(rows));
    List<Chunk> chunks = Arrivals.form(file).chunks();
    assertThat(chunks).hasSizeGreaterThan(2);
    long next = 1;
    long offset = 16;
    for (Chunk chunk : chunks) {
      assertThat(chunk.offset()).isEqualTo(offset);
      assertThat(chunk.firstRow()).isEqualTo(next);
      long records = Math.ceilDiv(chunk.length(), record.length());
      assertThat(records * record.length() - chunk.length()).isBetween(0L, 1L);
      next += records;
      offset += records * record.length();
    }
    assertThat(next).isEqualTo(rows + 1);
  }
}
