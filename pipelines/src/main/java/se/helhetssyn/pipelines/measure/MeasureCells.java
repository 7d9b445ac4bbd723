package se.helhetssyn.pipelines.measure;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.pipelines.measure.MeasureShape.Slice;

/**
 * The cells of one measure. Rows of one person are added up by themselves first: what a cell needs
 * to know of persons is taken from those sums.
 */
final class MeasureCells {
  /** Organisation of the day, of the day by geographical unit, and of the last known day. */
  static final int AS_WAS = 0;

  static final int AS_WAS_GEO = 1;
  static final int AS_IS = 2;
  private static final int ATTRIBUTIONS = 3;

  private static final int COUNTS = 4;

  /** The highest flag of a row that is neither unknown nor outside. */
  private static final int COUNTED = 3;

  private static final int PERSONS = 4;
  private static final int PERSONS_NUMERATOR = 5;
  private static final int PERSONS_REST = 6;
  private static final int PERSONS_UNKNOWN = 7;
  private static final int LARGEST = 8;
  private static final int SECOND_LARGEST = 9;
  private static final int COLUMNS = 10;
  private static final int KEY = 5;

  private final int measure;
  private final Grid grid;
  private final MeasureShape shape;
  private final int nodes;
  private final int periods;
  private final Tally person;
  private final Tally cells;
  private final Map<Long, TreeMap<Integer, long[]>> histograms = new HashMap<>();
  private long at;
  private boolean begun;

  MeasureCells(int measure, Grid grid, MeasureShape shape) {
    this.measure = measure;
    this.grid = grid;
    this.shape = shape;
    this.nodes = grid.nodes().size();
    this.periods = grid.periods().size();
    int keys = Math.multiplyExact(shape.allSlices() * ATTRIBUTIONS, nodes);
    this.person = new Tally(keys, periods, COUNTS);
    this.cells = new Tally(keys, periods, COLUMNS);
  }

  void add(CountedRow row) {
    if (begun && row.person != at) {
      closePerson();
    }
    begun = true;
    at = row.person;
    int day = row.countedOn;
    int[] within =
        row.period >= 0
            ? new int[] {row.period}
            : shape.atPeriodEnds() ? grid.ending(day) : grid.holding(day);
    int[] told =
        row.period >= 0
            ? within
            : IntStream.of(within).filter(p -> shape.tells(grid.kind(p))).toArray();
    if (told.length == 0) {
      return;
    }
    if (row.countsAtUnit) {
      add(row, AS_WAS, grid.then(row.unit, day), told);
      add(row, AS_IS, grid.now(row.unit, day), told);
    }
    if (row.countsAtGeographicalUnit) {
      add(row, AS_WAS_GEO, grid.then(row.geographicalUnit, day), told);
    }
  }

  private void add(CountedRow row, int attribution, int[] places, int[] told) {
    if (places.length == 0) {
      return;
    }
    int sex = shape.personStratum("SEX", row.sex);
    int age = shape.personStratum("AGE_GROUP", row.ageGroup);
    for (int s = 0; s < shape.slices(); s++) {
      int flag = row.flag(s);
      if (flag == 0) {
        continue;
      }
      Slice slice = shape.slice(s);
      for (int node : places) {
        OrgLevel level = grid.level(node);
        if (!shape.tells(level)) {
          continue;
        }
        count(row, slice, flag, key(s, attribution, node), told);
        if (level.compareTo(OrgLevel.SERVICE_AREA) <= 0 && slice.whole() >= 0) {
          countPart(row, slice, flag, sex, attribution, node, told);
          countPart(row, slice, flag, age, attribution, node, told);
        }
      }
    }
  }

  private void countPart(
      CountedRow row, Slice slice, int flag, int stratum, int attribution, int node, int[] told) {
    if (stratum >= 0) {
      int part = shape.slice(slice.whole(), stratum);
      count(row, slice, flag, key(part, attribution, node), told);
    }
  }

  private int key(int slice, int attribution, int node) {
    return (slice * ATTRIBUTIONS + attribution) * nodes + node;
  }

  private void count(CountedRow row, Slice slice, int flag, int key, int[] told) {
    long above = flag & 1;
    long below = flag >> 1 & 1;
    if (slice.weighted()) {
      above *= amount(row, slice.amountAt());
      below *= amount(row, slice.amountAt() + 1);
    }
    int sheet = person.sheet(key);
    for (int period : told) {
      int at = person.row(sheet, period);
      person.add(at, 0, above);
      person.add(at, 1, below);
      if (flag > COUNTED) {
        person.add(at, 2, flag >> 2 & 1);
        person.add(at, 3, flag >> 3 & 1);
      }
    }
    if (slice.valued() && below > 0) {
      value(key, told, row.amount(slice.amountAt()), above > 0);
    }
  }

  private static long amount(CountedRow row, int place) {
    Long amount = row.amount(place);
    return amount == null ? 0 : amount;
  }

  private void value(int key, int[] told, @Nullable Long value, boolean closed) {
    if (value == null) {
      return;
    }
    for (int period : told) {
      long[] counts =
          histograms
              .computeIfAbsent(cell(key, period), k -> new TreeMap<>())
              .computeIfAbsent(Math.toIntExact(value), d -> new long[2]);
      counts[closed ? 0 : 1]++;
    }
  }

  private long cell(int key, int period) {
    return (long) key * periods + period;
  }

  private void closePerson() {
    int open = -1;
    int sheet = -1;
    boolean plainCount = false;
    for (int row = 0; row < person.size(); row++) {
      if (person.sheetOf(row) != open) {
        open = person.sheetOf(row);
        sheet = cells.sheet(person.key(open));
        plainCount = isPlainCount(person.key(open));
      }
      close(row, cells.row(sheet, person.period(row)), plainCount);
    }
    person.clear();
  }

  private void close(int row, int cell, boolean plainCount) {
    long numerator = person.get(row, 0);
    long denominator = person.get(row, 1);
    long unknown = person.get(row, 2);
    cells.add(cell, 0, numerator);
    cells.add(cell, 1, denominator);
    cells.add(cell, 2, unknown);
    cells.add(cell, 3, person.get(row, 3));
    boolean behind = denominator > 0 || (plainCount && unknown > 0);
    cells.add(cell, PERSONS, behind ? 1 : 0);
    cells.add(cell, PERSONS_NUMERATOR, numerator > 0 ? 1 : 0);
    cells.add(cell, PERSONS_REST, denominator > numerator ? 1 : 0);
    cells.add(cell, PERSONS_UNKNOWN, unknown > 0 ? 1 : 0);
    if (denominator > cells.get(cell, LARGEST)) {
      cells.set(cell, SECOND_LARGEST, cells.get(cell, LARGEST));
      cells.set(cell, LARGEST, denominator);
    } else if (denominator > cells.get(cell, SECOND_LARGEST)) {
      cells.set(cell, SECOND_LARGEST, denominator);
    }
  }

  private boolean isPlainCount(int key) {
    return shape.isPlainCount(key / (ATTRIBUTIONS * nodes));
  }

  /** Every cell in the columns of {@link Accumulation#CELLS}, when all rows have been added. */
  Stream<@Nullable Object[]> rows() {
    closePerson();
    return IntStream.range(0, cells.size()).mapToObj(this::row);
  }

  private @Nullable Object[] row(int cell) {
    int key = cells.key(cells.sheetOf(cell));
    int period = cells.period(cell);
    @Nullable Object[] values = new @Nullable Object[KEY + COLUMNS + 1];
    values[0] = measure;
    values[4] = period;
    values[3] = key % nodes;
    int rest = key / nodes;
    values[2] = rest % ATTRIBUTIONS;
    values[1] = rest / ATTRIBUTIONS;
    for (int column = 0; column < COLUMNS; column++) {
      values[KEY + column] = cells.get(cell, column);
    }
    TreeMap<Integer, long[]> histogram = histograms.get(cell(key, period));
    values[KEY + COLUMNS] = histogram == null ? null : text(histogram);
    return values;
  }

  /** Days with how many are closed and censored: 3:1:0;14:0:2. */
  private static String text(Map<Integer, long[]> histogram) {
    return histogram.entrySet().stream()
        .map(d -> "%d:%d:%d".formatted(d.getKey(), d.getValue()[0], d.getValue()[1]))
        .collect(joining(";"));
  }
}
