package se.helhetssyn.pipelines.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Dialect;
import se.helhetssyn.analytics.expression.ExpressionSql;
import se.helhetssyn.analytics.indicator.CompiledSeries;
import se.helhetssyn.analytics.indicator.IndicatorDefinition;
import se.helhetssyn.analytics.indicator.MeasureDefinition;
import se.helhetssyn.analytics.indicator.MeasureQuery;
import se.helhetssyn.analytics.mart.Stratum;

/** Every series in every stratum and attribution that figures are told in. */
final class SeriesFacts {
  private final MartInput input;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  SeriesFacts(MartInput input) {
    this.input = input;
  }

  Stream<List<@Nullable Object>> rows() {
    ExpressionSql sql =
        new ExpressionSql(Dialect.DUCKDB, c -> c.name(), Map.of(), input.horizon().asOf());
    for (IndicatorDefinition d : input.catalogue().definitions()) {
      int order = 0;
      for (MeasureQuery measure : MeasureQuery.of(d, input.catalogue().tables(), sql)) {
        order = add(measure, order);
      }
    }
    return rows.stream();
  }

  private int add(MeasureQuery measure, int first) {
    int order = first;
    int strata = measure.series().size();
    for (CompiledSeries s : measure.series()) {
      add(measure, s, s.stratum(), s.number(), order, false);
      if (s.stratum().equals(Stratum.ALL)) {
        for (Stratum stratum : measure.personStrata()) {
          add(measure, s, stratum, strata++, order, true);
        }
      }
      order++;
    }
    return order;
  }

  private void add(
      MeasureQuery measure,
      CompiledSeries s,
      Stratum stratum,
      int stratumOrder,
      int order,
      boolean ofPersons) {
    IndicatorDefinition d = measure.definition();
    MeasureDefinition.Instant instant = measure.instant();
    for (String attribution : measure.attributions()) {
      rows.add(
          Arrays.asList(
              rows.size(),
              d.order(),
              d.id(),
              d.version(),
              order,
              s.definition().code(),
              attribution,
              stratumOrder,
              stratum.dimension(),
              stratum.value(),
              s.definition().kind().name(),
              s.maturityDays(),
              instant == null ? "EVENTS" : instant.name(),
              measure.tellsPersons(),
              s.definition().distinct(),
              ofPersons,
              ofPersons || d.protection() == IndicatorDefinition.Protection.PERSONS,
              d.sensitive(),
              !input.delivered().containsAll(d.tables())
                  || (ofPersons && !input.delivered().contains("person")),
              d.joined() && !input.joinedDecision(),
              PreliminaryDays.of(d, input.delays()).days()));
    }
  }
}
