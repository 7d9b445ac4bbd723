package se.helhetssyn.pipelines.measure;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.indicator.CompiledSeries;
import se.helhetssyn.analytics.indicator.MeasureDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.Stratum;

/** How a measure's rows are added up: what workers need to know of it. */
final class MeasureShape implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean atPeriodEnds;
  private final EnumSet<PeriodKind> kinds;
  private final EnumSet<OrgLevel> levels;
  private final ArrayList<Slice> slices = new ArrayList<>();
  private final HashMap<String, HashMap<String, Integer>> personStrata = new HashMap<>();
  private final int strata;
  private final int[] wholes;

  /**
   * A series in one stratum.
   *
   * @param amountAt place of its value, or of its two weights, among a row's amounts
   * @param valued whether rows have a value
   * @param weighted whether rows count for something else than one
   * @param plainCount whether unknown rows stand behind it as well as counted ones
   * @param whole place among the wholes that person strata are made of; -1 for none
   */
  record Slice(int amountAt, boolean valued, boolean weighted, boolean plainCount, int whole)
      implements Serializable {}

  private MeasureShape(
      boolean atPeriodEnds,
      List<PeriodKind> periods,
      List<OrgLevel> allowed,
      List<Slice> slices,
      List<Stratum> strata) {
    this.atPeriodEnds = atPeriodEnds;
    kinds = periods.isEmpty() ? EnumSet.allOf(PeriodKind.class) : EnumSet.copyOf(periods);
    levels = allowed.isEmpty() ? EnumSet.allOf(OrgLevel.class) : EnumSet.copyOf(allowed);
    this.slices.addAll(slices);
    this.strata = strata.size();
    for (int i = 0; i < this.strata; i++) {
      Stratum s = strata.get(i);
      personStrata.computeIfAbsent(s.dimension(), d -> new HashMap<>()).put(s.value(), i);
    }
    this.wholes =
        IntStream.range(0, slices.size()).filter(s -> slices.get(s).whole() >= 0).toArray();
  }

  static MeasureShape of(MeasureQuery measure) {
    List<Slice> slices = new ArrayList<>();
    boolean persons = !measure.personStrata().isEmpty();
    int wholes = 0;
    for (CompiledSeries s : measure.series()) {
      boolean whole = persons && s.stratum().equals(Stratum.ALL);
      slices.add(
          new Slice(
              s.amountAt(),
              s.definition().isValued(),
              s.definition().isWeighted(),
              s.isPlainCount(),
              whole ? wholes++ : -1));
    }
    return new MeasureShape(
        measure.instant() == MeasureDefinition.Instant.PERIOD_ENDS,
        measure.definition().periods(),
        measure.definition().levels(),
        slices,
        measure.personStrata());
  }

  /** Person-days: rows that weigh what they have below the line. */
  static MeasureShape ofPersonDays(List<Stratum> personStrata) {
    return new MeasureShape(
        false, List.of(), List.of(), List.of(new Slice(0, false, true, false, 0)), personStrata);
  }

  Slice slice(int number) {
    return slices.get(number);
  }

  /** Whether unknown rows stand behind a slice as well as counted ones. */
  boolean isPlainCount(int number) {
    int slice = number < slices.size() ? number : ofWhole((number - slices.size()) / strata);
    return slices.get(slice).plainCount();
  }

  private int ofWhole(int whole) {
    return wholes[whole];
  }

  /** How many slices there are before those of person strata. */
  int slices() {
    return slices.size();
  }

  /** The slice of a whole's part in a person stratum, numbered after the others. */
  int slice(int whole, int personStratum) {
    return slices.size() + whole * strata + personStratum;
  }

  /** The number of a person stratum; -1 where it is none. */
  int personStratum(String dimension, @Nullable String value) {
    Map<String, Integer> numbers = personStrata.get(dimension);
    return value == null || numbers == null ? -1 : numbers.getOrDefault(value, -1);
  }

  /** How many slices there are in all. */
  int allSlices() {
    return slices.size() + wholes.length * strata;
  }

  boolean atPeriodEnds() {
    return atPeriodEnds;
  }

  boolean tells(PeriodKind kind) {
    return kinds.contains(kind) && !(atPeriodEnds && kind == PeriodKind.ROLLING_12M);
  }

  boolean tells(OrgLevel level) {
    return levels.contains(level);
  }
}
