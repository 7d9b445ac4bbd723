package se.helhetssyn.pipelines.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.pipelines.spark.LocalSpark;

/** Random rows, garbage in any column, judged a second time by plain Java. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreeningPropertyTest {
  private static final int ROWS = 400;
  private static final List<@Nullable String> GARBAGE =
      Arrays.asList(
          null,
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "12,5",
          "101",
          "2026-02-29",
          "2024-02-29",
          "2026-12-24",
          "9999-12-31",
          "true",
          "True",
          "A.B",
          "AxB",
          "it's",
          "C\\d",
          "AB1",
          "=1+1",
          "'; --",
          "$1",
          "%s",
          "å\nä",
          "\\",
          "NULL",
          "NaN",
          "${x}");

  private final SparkSession spark;

  ScreeningPropertyTest(SparkSession spark) {
    this.spark = spark;
  }

  private static List<List<@Nullable String>> rows(Random random) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    while (rows.size() < ROWS) {
      List<@Nullable String> row = SampleTable.sound("id-" + random.nextInt(ROWS));
      for (int faults = random.nextInt(3); faults > 0; faults--) {
        row.set(random.nextInt(row.size()), GARBAGE.get(random.nextInt(GARBAGE.size())));
      }
      rows.add(row);
      for (int copies = random.nextInt(10); copies > 7; copies--) {
        rows.add(new ArrayList<>(row));
      }
    }
    return rows;
  }

  private Dataset<Row> screened(RawTable raw) {
    return SampleTable.screened(raw).drop(RawTable.ROW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyRowEndsOnTheOneSideThatItsContentSays(long seed) {
    List<List<@Nullable String>> rows = rows(new Random(seed));
    Map<String, Long> sides =
        new TreeMap<>(Map.of("TRUSTED", 0L, "REJECTED", 0L, "QUARANTINED", 0L, "DUPLICATE", 0L));
    screened(SampleTable.raw(spark, rows))
        .collectAsList()
        .forEach(r -> sides.merge(r.getAs(Screening.SIDE), 1L, Long::sum));

    Set<List<@Nullable String>> distinct = new HashSet<>();
    for (List<@Nullable String> row : rows) {
      distinct.add(kept(row));
    }
    long rejected = distinct.stream().filter(row -> "2026-12-24".equals(row.get(6))).count();
    long trusted =
        distinct.stream()
            .filter(ScreeningPropertyTest::isSound)
            .collect(groupingBy(row -> String.valueOf(row.getFirst()), counting()))
            .values()
            .stream()
            .filter(holders -> holders == 1)
            .count();
    assertThat(sides)
        .as("seed %d", seed)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "TRUSTED",
                trusted,
                "REJECTED",
                rejected,
                "QUARANTINED",
                distinct.size() - trusted - rejected,
                "DUPLICATE",
                (long) rows.size() - distinct.size()));
  }

  /** A row as it may be kept: rows that differ only in a text that is no code are alike. */
  private static List<@Nullable String> kept(List<@Nullable String> row) {
    List<@Nullable String> kept = new ArrayList<>();
    row.forEach(value -> kept.add(text(value)));
    boolean known = Set.of("", "A.B", "it's", "C\\d").contains(text(kept.get(1)));
    kept.set(1, !known && isFree(kept.get(1)) ? "?" : kept.get(1));
    return kept;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void neitherOrderNorPartitionsMatter(long seed) {
    Random random = new Random(seed);
    List<List<@Nullable String>> rows = rows(random);
    RawTable one = SampleTable.raw(spark, rows);
    Collections.shuffle(rows, random);
    RawTable other = SampleTable.raw(spark, rows);
    RawTable spread = new RawTable(other.schema(), other.rows().repartition(7));
    assertThat(screened(spread).collectAsList())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(screened(one).collectAsList());
  }

  /** The sample table's checks once more. */
  private static boolean isSound(List<@Nullable String> row) {
    String code = row.get(1);
    LocalDate starts = day(row.get(4));
    LocalDate ends = day(row.get(5));
    String seen = row.get(6);
    return !isEmpty(row.get(0))
        && (isEmpty(code) || List.of("A.B", "it's", "C\\d").contains(code) || isFree(code))
        && (isEmpty(row.get(2)) || isPercentage(String.valueOf(row.get(2))))
        && (isEmpty(row.get(3)) || String.valueOf(row.get(3)).matches("-?\\d+"))
        && starts != null
        && ends != null
        && !ends.isBefore(starts)
        && (isEmpty(seen) || "9999-12-31".equals(seen) || isSeenInTime(String.valueOf(seen)))
        && (isEmpty(row.get(7)) || List.of("true", "false").contains(row.get(7)))
        && (isEmpty(row.get(8)) || String.valueOf(row.get(8)).matches("[A-Z]{2}\\d"));
  }

  private static boolean isFree(@Nullable String code) {
    return !String.valueOf(code).matches("[A-Z0-9][A-Z0-9_.+<-]*");
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static boolean isSeenInTime(String text) {
    LocalDate day = day(text.endsWith("T08:30:00") ? text.substring(0, 10) : text);
    return day != null && !day.isAfter(SampleTable.LATEST);
  }

  private static boolean isPercentage(String text) {
    return text.matches("\\d+([.,]\\d+)?")
        && new BigDecimal(text.replace(',', '.')).compareTo(BigDecimal.valueOf(100)) <= 0;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.length() != 10 || text.equals("9999-12-31")
          ? null
          : LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
