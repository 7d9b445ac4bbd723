package se.helhetssyn.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.helhetssyn.pipelines.measure.SmallTree.day;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.indicator.TableShape;

final class MeasureCellsTest {
  private static final Grid GRID =
      Grid.of(SmallTree.ORGANISATION, SmallTree.horizon("2025-05-01", "2025-06-30"));
  private static final List<TableShape> TABLES =
      List.of(
          new TableShape("visit", List.of("visit_id", "unit"), List.of("visit_id"), Map.of()),
          new TableShape(
              "person",
              List.of("person_key", "sex", "age_group"),
              List.of("person_key"),
              Map.of("sex", List.of("F", "M"), "age_group", List.of("80-84"))));
  private static final String SHARE = "{code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE'}";
  private static final String COUNT = "{code: MAIN, name: Prov, kind: COUNT, numerator: 'TRUE'}";
  private static final String DAYS =
      "{code: MAIN, name: Prov, kind: DAYS, numerator: 'TRUE', days: '1'}";
  private static final String WEIGHTED =
      "{code: MAIN, name: Prov, kind: SHARE, numerator: 'TRUE',"
          + " numerator_weight: '1', denominator_weight: '1'}";

  private static final String NONE = "a";
  private static final String BELOW = "c";
  private static final String ABOVE = "d";
  private static final String UNKNOWN_ONLY = "e";
  private static final String OUTSIDE = "m";

  /** How a measure with one series is added up. */
  private static MeasureShape shape(String series, String person, String more, String at) {
    String text =
        """
        id: T01
        version: 1
        heading: Prov
        name: Prov
        name_en: Test
        purpose: Prov.
        kind: PROCESS
        numerator: Det som räknas.
        denominator: Det som räknas av.
        unit_of_count: EVENT
        chart: LINE
        owner: Kvalitetsutvecklare
        valid_from: 2026-01-01
        history: [{version: 1, valid_from: 2026-01-01, reason: Första versionen.}]
        direction: HIGHER
        protection: PERSONS
        %s
        measures:
          - {from: visit, %s date: as_of(), unit: {AS_WAS: unit}%s, series: [%s]}
        """
            .formatted(more, at, person, series);
    IndicatorDefinition definition =
        IndicatorCatalogue.read(Map.of("t.yaml", text), TABLES).definitions().getFirst();
    ExpressionSql sql =
        new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), LocalDate.of(2025, 6, 30));
    return MeasureShape.of(MeasureQuery.of(definition, TABLES, sql).getFirst());
  }

  private static MeasureShape shape(String series) {
    return shape(series, ", person: visit_id", "", "");
  }

  private static CountedRow row(long person, @Nullable String unit, String day, String flags) {
    CountedRow row = new CountedRow();
    row.person = person;
    row.countedOn = day(day);
    row.period = -1;
    row.countsAtUnit = true;
    row.unit = unit;
    row.flags = flags;
    return row;
  }

  private static MeasureCells cells(MeasureShape shape, CountedRow... rows) {
    MeasureCells cells = new MeasureCells(3, GRID, shape);
    for (CountedRow row : rows) {
      cells.add(row);
    }
    return cells;
  }

  /** Columns of the cells of a node in May, as they are numbered in {@link Accumulation#CELLS}. */
  private static List<String> told(MeasureCells cells, String node, String... columns) {
    List<String> names = List.of(Accumulation.CELLS.fieldNames());
    return cells
        .rows()
        .filter(c -> node(c).equals(node) && period(c).equals("MONTH 2025-05-01"))
        .map(c ->
            String.join(
                " ", Arrays.stream(columns).map(n -> String.valueOf(c[names.indexOf(n)])).toList()))
        .sorted()
        .toList();
  }

  private static String node(@Nullable Object[] cell) {
    return GRID.nodes().get(number(cell[3])).id();
  }

  private static String period(@Nullable Object[] cell) {
    var period = GRID.periods().get(number(cell[4]));
    return period.kind() + " " + period.start();
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer whole ? whole : -1;
  }

  /** Where there are cells at all, and what is above and below the line there. */
  private static List<String> places(MeasureCells cells) {
    return cells
        .rows()
        .map(c -> "%s %s %s %s/%s".formatted(c[2], node(c), period(c), c[5], c[6]))
        .sorted()
        .toList();
  }

  @Test
  void withoutRowsThereIsNoCell() {
    assertThat(cells(shape(SHARE)).rows()).isEmpty();
  }

  @Test
  void rowsAreCountedByWhatIsSaidOfThem() {
    MeasureCells cells =
        cells(
            shape(SHARE),
            row(1, "R", "2025-05-01", ABOVE),
            row(1, "R", "2025-05-31", BELOW),
            row(1, "R", "2025-06-01", ABOVE),
            row(2, "R", "2025-05-10", BELOW),
            row(3, "R", "2025-05-10", OUTSIDE));
    assertThat(
            told(cells, "R", "measure", "numerator", "denominator", "unknown", "unknown_outside"))
        .containsExactly("3 1 3 1 1");
  }

  @Test
  void whoStandsBehindACellIsToldOfDistinctPersons() {
    MeasureCells cells =
        cells(
            shape(SHARE),
            row(1, "R", "2025-05-01", ABOVE),
            row(1, "R", "2025-05-31", BELOW),
            row(2, "R", "2025-05-10", BELOW),
            row(3, "R", "2025-05-10", OUTSIDE));
    assertThat(told(cells, "R", "persons", "persons_numerator", "persons_rest", "persons_unknown"))
        .containsExactly("2 1 2 1");
  }

  @Test
  void theTwoLargestContributorsAreFoundInWhateverOrderTheyCome() {
    for (long[] order : new long[][] {{1, 2, 3}, {3, 2, 1}, {2, 3, 1}}) {
      MeasureCells cells = new MeasureCells(3, GRID, shape(SHARE));
      for (long person : order) {
        for (int times = 0; times < person; times++) {
          cells.add(row(person, "R", "2025-05-10", BELOW));
        }
      }
      assertThat(told(cells, "R", "largest", "second_largest", "denominator"))
          .containsExactly("3 2 6");
    }
  }

  @Test
  void aRowCountsInEveryNodeAndPeriodThatHoldsIt() {
    assertThat(
            places(
                cells(
                    shape(SHARE, "", "levels: [UNIT, SERVICE_AREA]", ""),
                    row(1, "R", "2025-05-31", ABOVE))))
        .containsExactly(
            "0 R MONTH 2025-05-01 1/1", "0 T MONTH 2025-05-01 1/1", "2 T MONTH 2025-05-01 1/1");
  }

  @Test
  void whatADefinitionIsNotToldForHasNoCell() {
    CountedRow row = row(1, "R", "2025-06-30", ABOVE);
    assertThat(places(cells(shape(SHARE, "", "levels: [DIVISION]", ""), row)))
        .containsExactly("0 D MONTH 2025-06-01 1/1");
    assertThat(places(cells(shape(SHARE, "", "periods: [YEAR]", ""), row))).isEmpty();
  }

  @Test
  void aRowWithAPeriodOfItsOwnCountsInNoOther() {
    CountedRow row = row(1, "R", "2025-05-31", ABOVE);
    row.period = 1;
    assertThat(places(cells(shape(SHARE, "", "levels: [UNIT]", ""), row)))
        .containsExactly("0 R MONTH 2025-06-01 1/1");
  }

  @Test
  void aRowOfAPeriodEndCountsInPeriodsThatEndThen() {
    MeasureShape shape = shape(SHARE, "", "levels: [UNIT]", "at: PERIOD_ENDS,");
    assertThat(
            places(
                cells(shape, row(1, "R", "2025-05-31", ABOVE), row(1, "R", "2025-06-29", ABOVE))))
        .containsExactly("0 R MONTH 2025-05-01 1/1");
  }

  @Test
  void rowsOfAUnitThatWasMergedCountThereThenAndAtTheNewOneToday() {
    MeasureShape shape = shape(SHARE, "", "levels: [UNIT]", "");
    assertThat(
            places(
                cells(
                    shape,
                    row(1, "A", "2025-05-31", ABOVE),
                    row(2, "B", "2025-05-31", BELOW),
                    row(2, "C", "2025-06-01", ABOVE))))
        .containsExactly(
            "0 A MONTH 2025-05-01 1/1",
            "0 B MONTH 2025-05-01 0/1",
            "0 C MONTH 2025-06-01 1/1",
            "2 C MONTH 2025-05-01 1/2",
            "2 C MONTH 2025-06-01 1/1");
  }

  @Test
  void theGeographicalUnitCountsByItselfAndOnlyWhereTheRowDoes() {
    CountedRow row = row(1, "R", "2025-05-31", ABOVE);
    row.countsAtUnit = false;
    row.countsAtGeographicalUnit = true;
    row.geographicalUnit = "A";
    assertThat(places(cells(shape(SHARE, "", "levels: [UNIT]", ""), row)))
        .containsExactly("1 A MONTH 2025-05-01 1/1");
  }

  @Test
  void rowsOfNoKnownUnitCountWhereItIsCertainAndThoseOfAnotherKindNowhere() {
    MeasureShape shape = shape(SHARE, "", "levels: [UNIT, DIVISION]", "");
    assertThat(
            places(
                cells(
                    shape,
                    row(1, null, "2025-05-31", ABOVE),
                    row(1, "O", "2025-05-31", ABOVE),
                    row(2, "X", "2025-05-31", BELOW))))
        .containsExactly("0 D MONTH 2025-05-01 1/2");
  }

  @Test
  void sexAndAgeAreToldFromTheServiceAreaUp() {
    CountedRow row = row(1, "R", "2025-05-31", ABOVE);
    row.sex = "M";
    row.ageGroup = "80-84";
    MeasureShape shape = shape(SHARE);
    assertThat(shape.personStratum("SEX", "M")).isEqualTo(1);
    assertThat(shape.personStratum("AGE_GROUP", "80-84")).isEqualTo(2);
    assertThat(shape.personStratum("AGE_GROUP", null)).isNegative();
    assertThat(told(cells(shape, row), "R", "slice")).containsExactly("0");
    assertThat(told(cells(shape, row), "D", "slice")).containsExactly("0", "2", "3");
    CountedRow other = row(1, "R", "2025-05-31", ABOVE);
    other.sex = "U";
    assertThat(told(cells(shape, other), "D", "slice")).containsExactly("0");
  }

  @Test
  void durationsAreCountedByDayClosedAndOpen() {
    MeasureCells cells = new MeasureCells(3, GRID, shape(DAYS));
    List<List<@Nullable Long>> days =
        List.of(List.of(14L), List.of(3L), List.of(14L), Arrays.asList((Long) null));
    for (int i = 0; i < days.size(); i++) {
      CountedRow row = row(i, "R", "2025-05-10", i == 1 ? ABOVE : BELOW);
      row.amounts = days.get(i);
      cells.add(row);
    }
    assertThat(told(cells, "R", "histogram", "numerator", "denominator"))
        .containsExactly("3:1:0;14:0:2 1 4");
    assertThat(told(cells(shape(SHARE), row(1, "R", "2025-05-10", ABOVE)), "R", "histogram"))
        .containsExactly("null");
  }

  @Test
  void weightedRowsCountForTheirWeights() {
    CountedRow met = row(1, "R", "2025-05-10", ABOVE);
    met.amounts = List.of(2L, 5L);
    CountedRow missed = row(2, "R", "2025-05-10", BELOW);
    missed.amounts = List.of(9L, 4L);
    assertThat(
            told(
                cells(shape(WEIGHTED), met, missed),
                "R",
                "numerator",
                "denominator",
                "persons_rest",
                "largest"))
        .containsExactly("2 9 2 5");
  }

  @Test
  void inAPlainCountWhoIsOnlyUnknownStandsBehindItToo() {
    CountedRow unknown = row(1, "R", "2025-05-10", UNKNOWN_ONLY);
    assertThat(told(cells(shape(COUNT), unknown), "R", "denominator", "persons", "persons_unknown"))
        .containsExactly("0 1 1");
    assertThat(told(cells(shape(SHARE), unknown), "R", "denominator", "persons", "persons_unknown"))
        .containsExactly("0 0 1");
  }

  @Test
  void aSeriesThatHasNothingToSayOfARowIsPassedOver() {
    assertThat(places(cells(shape(SHARE), row(1, "R", "2025-05-10", NONE)))).isEmpty();
  }

  @Test
  void personDaysWeighWhatIsBelowTheLine() {
    CountedRow days = row(1, "R", "2025-05-10", BELOW);
    days.amounts = List.of(0L, 31L);
    assertThat(
            told(
                cells(MeasureShape.ofPersonDays(List.of()), days),
                "R",
                "numerator",
                "denominator",
                "persons"))
        .containsExactly("0 31 1");
  }
}
