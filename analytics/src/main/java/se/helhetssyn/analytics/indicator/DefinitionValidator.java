package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;
import se.helhetssyn.analytics.mart.ValueKind;

/** Finds what is wrong with a definition before any row is read. */
final class DefinitionValidator {
  private static final Set<String> ATTRIBUTIONS = Set.of("AS_WAS", "AS_IS", "AS_WAS_GEO");
  private static final Set<String> SCOPE_COLUMNS =
      Set.of("in_scope", "scope_unit", "scope_geographical_unit");

  private final Map<String, TableShape> tables;
  private final Set<String> ids = new HashSet<>();

  DefinitionValidator(List<TableShape> tables) {
    this.tables = tables.stream().collect(toMap(TableShape::name, t -> t));
  }

  List<String> problems(String file, IndicatorDefinition definition) {
    Findings found = new Findings(file, definition.parameters().keySet());
    header(definition, found);
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < definition.measures().size(); i++) {
      measure(definition, definition.measures().get(i), found.at("measures[" + i + "]"), codes);
    }
    return found.problems;
  }

  private void header(IndicatorDefinition d, Findings found) {
    found.require(d.id() != null && d.id().matches("[A-Z]\\d{2}[a-z]?"), "id", "ska likna C03");
    found.require(ids.add(String.valueOf(d.id())), "id", "finns redan i en annan fil");
    found.require(d.version() >= 1, "version", "ska vara minst 1");
    found.text("heading", d.heading());
    found.text("name", d.name());
    found.text("name_en", d.nameEn());
    found.text("purpose", d.purpose());
    found.text("counted", d.counted());
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

  private void measure(
      IndicatorDefinition d, MeasureDefinition m, Findings found, Set<String> codes) {
    Set<String> known = new LinkedHashSet<>(columns(m.from(), found.at("from")));
    if (m.at() == MeasureDefinition.Instant.PERIOD_ENDS) {
      known.add("reference_day");
    }
    lookups(m.lookups(), known, found);
    if (m.scope() != null) {
      found.at("scope").columns(m.scope().person(), known, Set.of());
      found.at("scope").columns(m.scope().day(), known, Set.of());
      found.add(known, SCOPE_COLUMNS);
    }
    found.at("where").columns(m.where(), known, Set.of());
    related(m, known, found);
    found.require(m.date() != null, "date", "saknas");
    found.at("date").columns(m.date(), known, Set.of());
    found.require(m.unit().containsKey("AS_WAS"), "unit", "saknar AS_WAS");
    found.require(ATTRIBUTIONS.containsAll(m.unit().keySet()), "unit", "har en okänd tillhörighet");
    m.unit().values().forEach(u -> found.at("unit").columns(u, known, Set.of()));
    found.at("person").columns(m.person(), known, Set.of());
    found.require(!m.series().isEmpty(), "series", "saknas");
    m.series().forEach(s -> series(d, s, known, found.at("series"), codes));
  }

  private void lookups(List<MeasureDefinition.Lookup> lookups, Set<String> known, Findings found) {
    for (MeasureDefinition.Lookup lookup : lookups) {
      Findings here = found.at("lookups." + lookup.table());
      Set<String> other = columns(lookup.table(), here);
      keys(lookup.on(), other, known, here);
      TableShape shape = tables.get(lookup.table());
      here.require(
          shape == null || Set.copyOf(shape.primaryKey()).equals(lookup.on().keySet()),
          "on",
          "ska vara tabellens nyckel");
      lookup.take().values().forEach(e -> here.columns(e, other, Set.of()));
      here.add(known, lookup.take().keySet());
    }
  }

  private void related(MeasureDefinition m, Set<String> known, Findings found) {
    Set<String> row = Set.copyOf(known);
    for (MeasureDefinition.Related related : m.related()) {
      Findings here = found.at("related." + related.table());
      Set<String> other = new LinkedHashSet<>(columns(related.table(), here));
      lookups(related.lookups(), other, here);
      keys(related.on(), other, row, here);
      related.count().values().forEach(e -> here.columns(e, other, row));
      here.add(known, related.count().keySet());
    }
  }

  private void keys(Map<String, String> on, Set<String> left, Set<String> right, Findings found) {
    found.require(!on.isEmpty(), "on", "saknas");
    on.forEach((theirs, ours) -> {
      found.require(left.contains(theirs), "on", "okänd kolumn " + theirs);
      found.require(right.contains(ours), "on", "okänd kolumn " + ours);
    });
  }

  private void series(
      IndicatorDefinition d,
      SeriesDefinition s,
      Set<String> known,
      Findings parent,
      Set<String> codes) {
    Findings found = parent.at(String.valueOf(s.code()));
    found.require(
        s.code() != null && s.code().matches("[A-Z][A-Z0-9_]*"), "code", "ska vara versaler");
    found.require(codes.add(String.valueOf(s.code())), "code", "finns två gånger");
    found.text("name", s.name());
    found.require(
        s.kind() == ValueKind.SHARE || s.kind() == ValueKind.COUNT || s.kind() == ValueKind.DAYS,
        "kind",
        "ska vara SHARE, COUNT eller DAYS");
    found.require((s.kind() == ValueKind.DAYS) == (s.days() != null), "days", "hör till DAYS");
    found.require(s.numerator() != null, "numerator", "saknas");
    found.require(
        s.maturityDays() == null || d.knowsDays(s.maturityDays()), "maturity_days", "är okänd");
    for (Expression e : new @Nullable Expression[] {s.denominator(), s.numerator(), s.unknown()}) {
      found.columns(e, known, Set.of());
    }
    found.columns(s.days(), known, Set.of());
    s.strata()
        .forEach((key, numerator) -> {
          found.require(SeriesDefinition.isStratum(key), "strata", key + " ska vara X/Y");
          found.columns(numerator, known, Set.of());
        });
  }

  private Set<String> columns(@Nullable String table, Findings found) {
    if (MeasureDefinition.PERSON_IN_SCOPE.equals(table)) {
      return PersonInScope.COLUMNS;
    }
    TableShape shape = table == null ? null : tables.get(table);
    found.require(shape != null, "table", "okänd tabell " + table);
    return shape == null ? Set.of() : Set.copyOf(shape.columns());
  }

  /** Problems of one file, with the key they stand under. */
  private record Findings(String file, String path, Set<String> parameters, List<String> problems) {
    Findings(String file, Set<String> parameters) {
      this(file, "", parameters, new ArrayList<>());
    }

    Findings at(String key) {
      return new Findings(file, path.isEmpty() ? key : path + "." + key, parameters, problems);
    }

    void require(boolean holds, String key, String problem) {
      if (!holds) {
        problems.add("%s: %s %s.".formatted(file, at(key).path, problem));
      }
    }

    void text(String key, @Nullable String value) {
      require(value != null && !value.isBlank(), key, "saknas");
    }

    void add(Set<String> known, Collection<String> names) {
      for (String name : names) {
        require(name.matches("[a-z][a-z0-9_]*"), name, "ska vara gemener");
        require(known.add(name), name, "finns redan");
      }
    }

    void columns(@Nullable Expression expression, Set<String> plain, Set<String> row) {
      if (expression == null) {
        return;
      }
      expression
          .columns()
          .forEach(c ->
              require(
                  (c.scope().isEmpty() ? plain : row).contains(c.name()),
                  c.name(),
                  "är en okänd kolumn"));
      expression
          .parameters()
          .forEach(
              p -> require(parameters.contains(p.name()), ":" + p.name(), "är ingen parameter"));
    }
  }
}
