package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreeningTest {
  private final SparkSession spark;

  ScreeningTest(SparkSession spark) {
    this.spark = spark;
  }

  private List<Row> screened(List<? extends List<@Nullable String>> rows) {
    return SampleTable.screened(SampleTable.raw(spark, rows)).collectAsList();
  }

  private Row screened(String column, @Nullable String value) {
    return screened(List.of(SampleTable.with(column, value))).getFirst();
  }

  private static Side side(Row row) {
    return Side.valueOf(row.getAs(Screening.SIDE));
  }

  private static List<String> reasons(Row row) {
    return row.getList(row.fieldIndex(Screening.REASONS));
  }

  /**
   * Rows made from lines of {@code column | value | reasons}, screened at once and told apart by
   * id.
   */
  private void assertReasons(String cases) {
    Map<String, String> expected = new LinkedHashMap<>();
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (String line : cases.lines().toList()) {
      String[] parts = line.split("\\|", -1);
      String value = parts[1].strip();
      List<@Nullable String> row = SampleTable.with(parts[0].strip(), literal(value));
      row.set(0, line);
      rows.add(row);
      expected.put(line, parts[2].strip());
    }
    Map<String, String> found = new HashMap<>();
    screened(rows).forEach(r -> found.put(r.getAs("id"), String.join(",", reasons(r))));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static @Nullable String literal(String value) {
    return switch (value) {
      case "NULL" -> null;
      case "EMPTY" -> "";
      default -> value.replace("_", " ").replace("<newline>", "\n");
    };
  }

  @Test
  void aRowThatCannotBeBelievedIsKeptAsideWithItsReasons() {
    assertReasons(
        """
        starts  | NULL                 | REQUIRED:starts,RULE:ENDS_FIRST
        starts  | EMPTY                | REQUIRED:starts,RULE:ENDS_FIRST
        starts  | 2026-02-30           | TYPE:starts,RULE:ENDS_FIRST
        starts  | 20260101             | TYPE:starts,RULE:ENDS_FIRST
        starts  | 2026-1-1             | TYPE:starts,RULE:ENDS_FIRST
        starts  | 2026-01-01<newline>  | TYPE:starts,RULE:ENDS_FIRST
        starts  | 2026-02-01           | RULE:ENDS_FIRST
        ends    | NULL                 | RULE:ENDS_FIRST
        ends    | 2026-01-31T10:00     | TYPE:ends,RULE:ENDS_FIRST
        share   | 12;5                 | TYPE:share
        share   | 1_23,5               | TYPE:share
        share   | 1.234,5              | TYPE:share
        share   | 1e3                  | TYPE:share
        share   | NaN                  | TYPE:share
        share   | 12.34567             | TYPE:share
        share   | -0.1                 | RANGE:share
        share   | 100.0001             | RANGE:share
        places  | 7.0                  | TYPE:places
        places  | 1_000                | TYPE:places
        places  | _7                   | TYPE:places
        places  | 7<newline>           | TYPE:places
        places  | 99999999999999999999 | TYPE:places
        sound   | TRUE                 | TYPE:sound
        sound   | ja                   | TYPE:sound
        seen_at | 2026-10-31_24:00     | TYPE:seen_at
        seen_at | 2026-02-30T10:00Z    | TYPE:seen_at
        seen_at | i_går                | TYPE:seen_at
        seen_at | 2026-11-01           | FUTURE:seen_at
        seen_at | 2026-10-31T23:30Z    | FUTURE:seen_at
        code    | AXB                  | CODE:code
        code    | C5                   | CODE:code
        mark    | ab1                  | PATTERN:mark
        mark    | XAB1                 | PATTERN:mark
        mark    | AB12                 | PATTERN:mark
        mark    | AB1<newline>         | PATTERN:mark
        """);
    assertThat(side(screened("starts", "2026-02-30"))).isEqualTo(Side.QUARANTINED);
    assertThat(reasons(screened("id", ""))).containsExactly("REQUIRED:id");
  }

  @Test
  void anOrdinaryOddityIsKept() {
    assertReasons(
        """
        code    | it's                   |
        code    | C\\d                    |
        code    | NULL                   |
        code    | EMPTY                  |
        share   | 0                      |
        share   | 100.0000               |
        share   | NULL                   |
        places  | -7                     |
        places  | 007                    |
        seen_at | 2026-10-31             |
        seen_at | 2026-10-31_23:59       |
        seen_at | 2026-10-31T22:59:59.5Z |
        seen_at | 2024-02-29T10:00+05:30 |
        sound   | false                  |
        ends    | 2026-01-01             |
        """);
  }

  /** Rows made from lines of {@code column | value | flags | value as read}. */
  @Test
  void aValueThatCanBePutRightIsPutRightAndTold() {
    String cases =
        """
        share   | 12,5                       | DQ21         | 12.5000
        share   | -0,0                       | DQ21         | 0.0000
        share   | 0_000,5                    | DQ21         | 0.5000
        share   | 12.5                       |              | 12.5000
        seen_at | 1900-01-01                 | DQ08         | NULL
        seen_at | 9999-12-31_23:59:59        | DQ08         | NULL
        seen_at | 9999-12-31T00:00:00Z       | DQ08         | NULL
        seen_at | 46086                      | DQ33         | 2026-03-05T00:00+01:00
        starts  | 46023                      | DQ33         | 2026-01-01
        seen_at | 2026-10-25T02:30:00        | DQ32         | 2026-10-25T02:30+02:00
        seen_at | 2026-10-25T02:30:00+01:00  |              | 2026-10-25T02:30+01:00
        seen_at | 2026-10-25T01:59:59        |              | 2026-10-25T01:59:59+02:00
        seen_at | 2026-10-25T03:00           |              | 2026-10-25T03:00+01:00
        seen_at | 2026-03-29T02:30           | HOUR_MISSING | 2026-03-29T03:30+02:00
        seen_at | 2026-03-29T01:30Z          |              | 2026-03-29T03:30+02:00
        code    | a.b                        | DQ29         | NULL
        code    | rum_12                     | DQ29         | NULL
        code    | it's                       |              | it's
        """;
    List<List<@Nullable String>> rows = new ArrayList<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : cases.lines().toList()) {
      String[] parts = line.split("\\|", -1);
      List<@Nullable String> row = SampleTable.with(parts[0].strip(), literal(parts[1].strip()));
      row.set(0, line);
      rows.add(row);
      expected.put(line, parts[2].strip() + " " + literal(parts[3].strip()));
    }
    Map<String, String> found = new HashMap<>();
    for (Row row : screened(rows)) {
      String line = row.getAs("id");
      String flags = Objects.requireNonNullElse(row.<@Nullable String>getAs("flags"), "");
      String column = line.substring(0, line.indexOf('|')).strip();
      found.put(line, flags + " " + shown(row.<@Nullable Object>getAs(column)));
      assertThat(side(row)).as(line).isEqualTo(Side.TRUSTED);
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static String shown(@Nullable Object value) {
    return value instanceof Timestamp time
        ? time.toInstant().atZone(ZoneId.of("Europe/Stockholm")).toOffsetDateTime().toString()
        : String.valueOf(value);
  }

  @Test
  void aMissingDayThatIsRequiredIsMissing() {
    Row row = screened("starts", "1900-01-01");
    assertThat(side(row)).isEqualTo(Side.QUARANTINED);
    assertThat(reasons(row)).containsExactly("REQUIRED:starts", "RULE:ENDS_FIRST");
    assertThat(row.<String>getAs("flags")).isEqualTo("DQ08");
  }

  @Test
  void theRowsAreDistributedOnce() {
    RawTable raw = SampleTable.raw(spark, List.of(SampleTable.sound("1")));
    String plan = SampleTable.screened(raw).queryExecution().executedPlan().toString();
    assertThat(plan.split("Exchange hashpartitioning", -1)).hasSize(2);
  }

  @Test
  void whatTellsOfTheFutureIsRejected() {
    assertThat(side(screened("seen_at", "2026-11-01"))).isEqualTo(Side.REJECTED);
  }

  @Test
  void aTextIsKeptLetterForLetter() {
    assertThat(screened("id", "=HYPERLINK(\"x\")\nrad \\n \"två\"").<String>getAs("id"))
        .isEqualTo("=HYPERLINK(\"x\")\nrad \\n \"två\"");
    assertThat(screened("id", "00123").<String>getAs("id")).isEqualTo("00123");
    assertThat(screened("id", "'; DROP TABLE x --").<String>getAs("id")).startsWith("'; DROP");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
    "2026-10-25T02:30:00+01:00, 2026-10-25T01:30:00Z",
    "2026-10-25T03:30:00, 2026-10-25T02:30:00Z",
    "2026-07-01T12:00, 2026-07-01T10:00:00Z",
    "2026-01-01 12:00, 2026-01-01T11:00:00Z",
    "2026-01-01T12:00Z, 2026-01-01T12:00:00Z",
  })
  void aTimeWithoutZoneIsSwedishAndTheEarlierOfTwo(String text, Instant expected) {
    assertThat(screened("seen_at", text).<Timestamp>getAs("seen_at").toInstant())
        .isEqualTo(expected);
  }

  @Test
  void anExactCopyIsADuplicateEvenOfARejectedRow() {
    List<@Nullable String> rejected = SampleTable.with("share", "12;5");
    List<Row> rows =
        screened(List.of(SampleTable.sound("2"), SampleTable.sound("2"), rejected, rejected));
    assertThat(rows)
        .extracting(ScreeningTest::side)
        .containsExactlyInAnyOrder(Side.TRUSTED, Side.DUPLICATE, Side.QUARANTINED, Side.DUPLICATE);
  }

  @Test
  void ofTwoRowsWithOneKeyAndOtherContentNoneIsTrusted() {
    List<List<@Nullable String>> rows = new ArrayList<>();
    rows.add(SampleTable.sound("1"));
    rows.add(SampleTable.with("places", "8"));
    List<Row> screened = screened(rows);
    assertThat(screened)
        .extracting(ScreeningTest::side)
        .containsExactlyInAnyOrder(Side.QUARANTINED, Side.QUARANTINED);
    assertThat(screened.stream().flatMap(r -> reasons(r).stream()))
        .containsExactly("KEY_REPEATED", "KEY_REPEATED");
  }

  @Test
  void aRejectedRowDoesNotTakeItsKeyFromASoundOne() {
    List<Row> rows = screened(List.of(SampleTable.with("share", "-1"), SampleTable.sound("1")));
    assertThat(rows.stream().filter(r -> side(r) == Side.TRUSTED)).hasSize(1);
    assertThat(rows.stream().flatMap(r -> reasons(r).stream())).containsExactly("RANGE:share");
  }

  @Test
  void aFlaggedRowIsKeptAndAMissingValueIsFlaggedToo() {
    Row large = screened("places", "100");
    assertThat(side(large)).isEqualTo(Side.TRUSTED);
    assertThat(large.<String>getAs("flags")).isEqualTo("LARGE");
    assertThat(screened("places", null).<String>getAs("flags")).isEqualTo("LARGE");
    assertThat(screened("places", "99").<@Nullable String>getAs("flags")).isNull();
  }

  @Test
  void whatMayBeANameOrANumberOfAPersonIsNotKeptInQuarantine() {
    List<@Nullable String> row = SampleTable.with("mark", "19121212-1212");
    row.set(1, "not a code");
    RawTable raw = SampleTable.raw(spark, List.of(row));
    Row kept =
        SampleTable.screened(raw).selectExpr(Screening.withoutSuspectText(raw.schema())).first();
    assertThat(kept.<@Nullable String>getAs("mark")).isNull();
    assertThat(kept.<@Nullable String>getAs("code")).isNull();
    assertThat(kept.<String>getAs("id")).isEqualTo(row.getFirst());
    assertThat(reasons(kept)).containsExactly("PATTERN:mark");
  }
}
