package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;

/**
 * Measures that count rows of the same table, computed in one run over it. The query gives one row
 * per counted row and measure:
 *
 * <ul>
 *   <li>{@code measure}: place among all measures
 *   <li>{@code counted_on}: counting date
 *   <li>{@code period_no}: the period a row is told in, or null for every one that holds the date
 *   <li>{@code as_was}, {@code unit}: whether it counts at the unit responsible, and which that is
 *   <li>{@code as_was_geo}, {@code geographical_unit}: the same for the geographical unit
 *   <li>{@code person_key}: whom it is about, or null
 *   <li>{@code flags}: per {@link CompiledSeries} 1 above, 2 below the line, 4 unknown, 8 unknown
 *       and not below the line
 *   <li>{@code amounts}: values and weights of the series that have any
 * </ul>
 *
 * Rows without any flag are left out.
 */
public final class MeasurePass {
  private final List<Numbered> measures;

  private MeasurePass(List<Numbered> measures) {
    this.measures = measures;
  }

  private record Numbered(int number, MeasureQuery query) {}

  /**
   * Puts measures together that can be computed in one run.
   *
   * @param measures all of a run; a measure's number is its place
   */
  public static List<MeasurePass> of(List<MeasureQuery> measures) {
    Map<String, List<Numbered>> alike = new LinkedHashMap<>();
    for (int i = 0; i < measures.size(); i++) {
      alike
          .computeIfAbsent(kind(i, measures.get(i)), kind -> new ArrayList<>())
          .add(new Numbered(i, measures.get(i)));
    }
    return alike.values().stream().map(MeasurePass::new).toList();
  }

  private static String kind(int number, MeasureQuery query) {
    MeasureDefinition m = query.measure();
    if (m.repeats() != null) {
      return "repeats " + number;
    }
    String date =
        query.inPeriods()
            ? "%s %s %s".formatted(query.expressions().write(m.date()), m.lookups(), m.scope())
            : "";
    return "%s %s %s".formatted(m.from(), m.at(), date);
  }

  /** What the rows are of, for messages. */
  public String name() {
    return measures.stream().map(m -> m.query().definition().id()).distinct().collect(joining(" "));
  }

  /** The query in one. */
  public String sql() {
    Compiled compiled = compiled();
    Steps steps = new Steps();
    String found = compiled.gathering.found(steps, compiled.date);
    return compiled.packed(steps, found);
  }

  /**
   * The first of two queries where the rows are gone through more than once: it finds them.
   *
   * @return empty where the query is better run in one
   */
  public Optional<String> finding() {
    Compiled compiled = compiled();
    if (!compiled.gathering.isReread()) {
      return Optional.empty();
    }
    Steps steps = new Steps();
    String found = compiled.gathering.found(steps, compiled.date);
    return Optional.of(steps.before("SELECT * FROM " + found));
  }

  /**
   * The second of two queries.
   *
   * @param found the table that holds what the first one found
   */
  public String sql(String found) {
    return compiled().packed(new Steps(), found);
  }

  private Compiled compiled() {
    MeasureQuery first = measures.getFirst().query();
    Gathering gathering = new Gathering(first.measure(), first.tables());
    List<String> rows = new ArrayList<>();
    String date = "";
    for (Numbered m : measures) {
      MeasureDefinition measure = m.query().measure();
      MeasureColumns columns =
          new MeasureColumns(
              measure, m.query().series(), gathering.add(measure, m.query().expressions()));
      rows.add(columns.packed(m.number()));
      date = columns.date();
    }
    return new Compiled(
        gathering, rows, first.inPeriods() ? date : null, first.expressions().dialect());
  }

  private record Compiled(
      Gathering gathering, List<String> rows, @Nullable String date, Dialect dialect) {
    String packed(Steps steps, String found) {
      return steps.before(unpacked(rows, gathering.related(steps, found), dialect));
    }
  }

  private static String unpacked(List<String> rows, String counted, Dialect dialect) {
    String all = String.join(",\n  ", rows);
    return switch (dialect) {
      case SPARK ->
          """
          SELECT inline(filter(array(
            %s), s -> s IS NOT NULL AND s.counted_on IS NOT NULL AND trim(LEADING 'a' FROM s.flags) <> ''))
          FROM %s\
          """
              .formatted(all, counted);
      case DUCKDB ->
          """
          SELECT unnest(list_filter([
            %s], lambda s: s IS NOT NULL AND s.counted_on IS NOT NULL AND ltrim(s.flags, 'a') <> ''), recursive := true)
          FROM %s\
          """
              .formatted(all, counted);
    };
  }
}
