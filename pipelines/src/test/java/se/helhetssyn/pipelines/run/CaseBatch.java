package se.helhetssyn.pipelines.run;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.IndicatorCatalogue;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;

/** All cases as one set of tables, in which no case's rows have to do with another's. */
record CaseBatch(List<TrapCase> cases, IndicatorCatalogue catalogue) {
  private static final LocalDate OTHERWISE = LocalDate.of(2026, 6, 30);

  /** Everyone's rows; days and periods that several cases look at are there once. */
  List<GivenRow> rows() {
    Set<GivenRow> rows = new LinkedHashSet<>();
    for (TrapCase trap : cases) {
      trap.rows(catalogue).forEach(row -> rows.add(unnumbered(row.ofCase(trap.number()))));
    }
    List<GivenRow> numbered = new ArrayList<>();
    for (GivenRow row : rows) {
      numbered.add(numbered(row, numbered.size()));
    }
    return numbered;
  }

  private static GivenRow unnumbered(GivenRow row) {
    Map<String, @Nullable String> values = new LinkedHashMap<>(row.values());
    values.computeIfPresent("period_no", (column, number) -> "");
    return new GivenRow(row.table(), values);
  }

  private static GivenRow numbered(GivenRow row, int number) {
    Map<String, @Nullable String> values = new LinkedHashMap<>(row.values());
    values.computeIfPresent("period_no", (column, none) -> String.valueOf(number));
    return new GivenRow(row.table(), values);
  }

  /** The measures of every definition, with the settings and the day of its cases. */
  List<MeasureQuery> measures(Dialect dialect) {
    Set<Asked> asked = new LinkedHashSet<>();
    cases.forEach(c -> asked.add(new Asked(c.definition(catalogue), c.asOf())));
    Set<String> known = asked.stream().map(a -> a.definition().id()).collect(toSet());
    catalogue.definitions().stream()
        .filter(d -> !known.contains(d.id()))
        .forEach(d -> asked.add(new Asked(d, OTHERWISE)));
    return asked.stream().flatMap(a -> a.measures(dialect, catalogue)).toList();
  }

  private record Asked(IndicatorDefinition definition, LocalDate asOf) {
    Stream<MeasureQuery> measures(Dialect dialect, IndicatorCatalogue catalogue) {
      ExpressionSql sql = new ExpressionSql(dialect, c -> c.name(), Map.of(), asOf);
      return MeasureQuery.of(definition, catalogue.tables(), sql).stream();
    }
  }
}
