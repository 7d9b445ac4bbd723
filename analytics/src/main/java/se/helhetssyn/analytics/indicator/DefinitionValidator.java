package se.helhetssyn.analytics.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.mart.ValueKind;

/** Finds what is wrong with a definition before any row is read. */
final class DefinitionValidator {
  private static final Set<String> ATTRIBUTIONS =
      Set.of(MeasureQuery.AS_WAS, MeasureQuery.AS_WAS_GEO);

  private final Map<String, TableShape> tables;
  private final Set<String> ids = new HashSet<>();

  DefinitionValidator(List<TableShape> canonical) {
    this.tables = TableShape.byName(canonical);
  }

  List<String> problems(String file, IndicatorDefinition definition) {
    Findings found = new Findings(file, definition.parameters().keySet());
    header(definition, found);
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < definition.measures().size(); i++) {
      measure(definition, definition.measures().get(i), found.at("measures[" + i + "]"), codes);
    }
    return found.problems();
  }

  private void header(IndicatorDefinition d, Findings found) {
    found.require(d.id() != null && d.id().matches("[A-Z]\\d{2}[a-z]?"), "id", "ska likna C03");
    found.require(ids.add(String.valueOf(d.id())), "id", "finns redan i en annan fil");
    found.require(d.version() >= 1, "version", "ska vara minst 1");
    found.text("heading", d.heading());
    found.text("name", d.name());
    found.text("name_en", d.nameEn());
    found.text("purpose", d.purpose());
    found.require(d.kind() != null, "kind", "saknas");
    found.text("numerator", d.numerator());
    found.text("denominator", d.denominator());
    found.require(d.unitOfCount() != null, "unit_of_count", "saknas");
    found.require(d.chart() != null, "chart", "saknas");
    found.text("owner", d.owner());
    validity(d, found);
    found.require(d.direction() != null, "direction", "saknas");
    found.require(d.protection() != null, "protection", "saknas");
    found.require(
        d.maturityDays() != null && d.knowsDays(d.maturityDays()), "maturity_days", "är okänd");
    found.require(!d.measures().isEmpty(), "measures", "saknas");
    found.require(
        d.series().findFirst().map(s -> "MAIN".equals(s.code())).orElse(false),
        "measures",
        "ska börja med serien MAIN");
  }

  private static void validity(IndicatorDefinition d, Findings found) {
    found.require(d.validFrom() != null, "valid_from", "saknas");
    found.require(
        d.validTo() == null || d.validFrom() == null || d.validTo().isAfter(d.validFrom()),
        "valid_to",
        "ska ligga efter valid_from");
    found.require(
        !d.history().isEmpty() && d.history().getLast().version() == d.version(),
        "history",
        "ska sluta med denna version");
    found.require(
        d.remarks().keySet().equals(d.parameters().keySet()),
        "remarks",
        "ska säga något om varje parameter och inget annat");
  }

  private void measure(
      IndicatorDefinition d, MeasureDefinition m, Findings found, Set<String> codes) {
    Set<String> known = new RowsValidator(tables).columns(m, found);
    found.require(m.date() != null, "date", "saknas");
    found.at("date").columns(m.date(), known, Set.of());
    found.require(m.unit().containsKey(MeasureQuery.AS_WAS), "unit", "saknar AS_WAS");
    found.require(ATTRIBUTIONS.containsAll(m.unit().keySet()), "unit", "har en okänd tillhörighet");
    found.at("unit").expressions(m.unit(), known, Set.of());
    found.require(
        m.unit().keySet().containsAll(m.unitWhere().keySet()),
        "unit_where",
        "har en okänd tillhörighet");
    found.at("unit_where").expressions(m.unitWhere(), known, Set.of());
    found.at("person").columns(m.person(), known, Set.of());
    found.require(!m.series().isEmpty(), "series", "saknas");
    Set<String> coded = m.codes(tables).keySet();
    for (SeriesDefinition s : m.series()) {
      Findings here = found.at("series." + s.code());
      here.require(codes.add(String.valueOf(s.code())), "code", "finns två gånger");
      series(d, s, known, here);
      strata(s, known, coded, here);
    }
  }

  private static void series(
      IndicatorDefinition d, SeriesDefinition s, Set<String> known, Findings found) {
    found.require(
        s.code() != null && s.code().matches("[A-Z][A-Z0-9_]*"), "code", "ska vara versaler");
    found.text("name", s.name());
    found.require(s.kind() != null, "kind", "saknas");
    found.require(s.isValued() == (s.days() != null), "days", "hör till DAYS, MONTHS och SCORE");
    found.require(!s.closed() || s.kind() == ValueKind.DAYS, "closed", "hör till DAYS");
    found.require(!s.distinct() || s.kind() == ValueKind.COUNT, "distinct", "hör till COUNT");
    found.require(!s.isWeighted() || s.kind() == ValueKind.SHARE, "weight", "hör till SHARE");
    found.require(s.numerator() != null, "numerator", "saknas");
    found.require(
        s.maturityDays() == null || d.knowsDays(s.maturityDays()), "maturity_days", "är okänd");
    for (Expression e : new @Nullable Expression[] {s.denominator(), s.numerator(), s.unknown()}) {
      found.columns(e, known, Set.of());
    }
    for (Expression e :
        new @Nullable Expression[] {s.days(), s.numeratorWeight(), s.denominatorWeight()}) {
      found.columns(e, known, Set.of());
    }
  }

  private static void strata(
      SeriesDefinition s, Set<String> known, Set<String> coded, Findings found) {
    for (String key : s.strata().keySet()) {
      found.require(SeriesDefinition.isStratum(key), "strata", key + " ska vara X/Y");
    }
    s.strata()
        .forEach((key, part) -> {
          found.require(part != null, key, "saknas");
          if (part != null) {
            part.expressions().forEach(e -> found.at("strata." + key).columns(e, known, Set.of()));
          }
        });
    s.by()
        .forEach((dimension, column) -> {
          Findings here = found.at("by");
          here.require(SeriesDefinition.isDimension(dimension), dimension, "ska vara versaler");
          here.require(
              s.strata().keySet().stream().noneMatch(key -> key.startsWith(dimension + "/")),
              dimension,
              "finns redan bland strata");
          here.require(coded.contains(column), column, "är ingen kolumn med kodlista");
        });
  }
}
