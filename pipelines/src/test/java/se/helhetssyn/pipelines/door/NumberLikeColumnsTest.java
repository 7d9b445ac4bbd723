package se.helhetssyn.pipelines.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;

/** What looks like identity numbers by chance stops no file, what is one does. */
final class NumberLikeColumnsTest {
  private static final long SEED = 20_280;
  private static final int ROWS = 100_000;
  private static final List<String> COLUMNS =
      List.of("id", "case", "padded", "day", "moment", "phone");

  private final Random random = new Random(SEED);
  @TempDir private Path folder;
  private Arrivals arrivals;

  @BeforeEach
  void open() {
    arrivals = new Arrivals(folder);
  }

  @Test
  void numbersThatOnlyLookLikeThoseOfPersonsStopNoFile() {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    DateTimeFormatter moment = DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (int i = 0; i < ROWS; i++) {
      LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000));
      LocalDateTime time =
          LocalDateTime.of(2000, 1, 1, 0, 0).plusMinutes(random.nextInt(13_000_000));
      text.append(8_501_010_000L + i).append(',').append(7_001_010_000L + i).append(',');
      text.append("\"").append(8_501_010_000L + i).append("  \",");
      text.append(born.format(day)).append("%04d,".formatted(random.nextInt(10_000)));
      text.append(time.format(moment)).append(",07%08d\n".formatted(random.nextInt(100_000_000)));
    }
    assertThat(examine(text.toString()).turnedAway()).as("seed %d", SEED).isEmpty();
  }

  @Test
  void oneNumberAmongOrdinaryCodesStopsTheFile() {
    String twelve = "20" + TestNumbers.of(LocalDate.of(2001, 2, 3), 980);
    String time = "20" + TestNumbers.of(LocalDate.of(2090, 2, 3), 103); // of nobody yet
    String ten = TestNumbers.twelve(random).substring(2);
    for (int column = 0; column < COLUMNS.size(); column++) {
      for (String value :
          List.of(ten, "\"" + ten + "  \"", twelve, time, " " + time, "nr " + ten)) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int i = 0; i < 1_000; i++) {
          text.append(("K-" + i + ",").repeat(COLUMNS.size() - 1)).append("K\n");
        }
        text.append("K,".repeat(column)).append(value);
        text.append(",K".repeat(COLUMNS.size() - column - 1)).append('\n');
        ArrivedFile.TurnedAway why = Arrivals.turnedAway(examine(text.toString()));
        assertThat(why.rule()).as("seed %d, column %d", SEED, column + 1).isEqualTo("DQ28");
        assertThat(why.hits()).extracting(IdentityHits::column).containsExactly(column + 1);
      }
    }
  }

  @Test
  void numbersOfOneFormAreNotHiddenAmongThoseOfAnother() {
    String times = "A,202603051022,x,x,x,x\n".repeat(1_000);
    String ten = TestNumbers.twelve(random).substring(2);
    String header = String.join(",", COLUMNS) + "\n";
    assertThat(examine(header + times + "B," + ten + ",x,x,x,x\n").turnedAway()).isPresent();
  }

  @Test
  void keysOfThingsAreNumbersAndKeysOfPersonsAreNot() {
    TableSchema plan = DataPackage.load().require("plan");
    assertThat(ColumnKind.of(plan))
        .containsEntry("plan_id", ColumnKind.NUMBER_LIKE)
        .containsEntry("org_unit_id", ColumnKind.NUMBER_LIKE)
        .containsEntry("person_key", ColumnKind.HEX_KEY)
        .containsEntry("plan_type", ColumnKind.TEXT)
        .containsEntry("created_at", ColumnKind.NUMBER_LIKE);
  }

  private ArrivedFile examine(String text) {
    Map<String, ColumnKind> kinds = Map.of("id", ColumnKind.NUMBER_LIKE);
    return arrivals.bytes("unit.csv", text.getBytes(UTF_8), Expectation.canonical(COLUMNS, kinds));
  }
}
