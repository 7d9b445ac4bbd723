package se.helhetssyn.analytics.indicator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the rows a measure counts, and which columns they have.
 *
 * @param tables name → shape
 */
record RowsValidator(Map<String, TableShape> tables) {
  private static final Set<String> SCOPE_COLUMNS =
      Set.of("in_scope", "scope_unit", "scope_geographical_unit");

  /** Every column a counted row has in the end. */
  Set<String> columns(MeasureDefinition m, Findings found) {
    Set<String> known = new LinkedHashSet<>(columns(m.from(), found.at("from")));
    MeasureDefinition.Instant at = m.at();
    boolean late = at == MeasureDefinition.Instant.EACH_PERIOD;
    if (at != null && !late) {
      found.at("at").add(known, at.names());
    }
    enriched(m.lookups(), m.scope(), known, found);
    found.at("where").columns(m.where(), known, Set.of());
    MeasureDefinition.Repeats repeats = m.repeats();
    if (repeats != null) {
      repeats(repeats, known, found.at("repeats"));
    }
    if (at != null && late) {
      found.at("at").add(known, at.names());
    }
    Set<String> row = Set.copyOf(known);
    for (MeasureDefinition.Related related : m.related()) {
      Findings here = found.at("related." + related.table());
      related(related, row, here);
      here.add(known, related.names().toList());
    }
    return known;
  }

  private static void repeats(
      MeasureDefinition.Repeats repeats, Set<String> known, Findings found) {
    found.require(!repeats.of().isEmpty() && known.containsAll(repeats.of()), "of", "okänd kolumn");
    found.require(repeats.day() != null, "day", "saknas");
    found.columns(repeats.day(), known, Set.of());
    Stream.of(repeats.withinDays(), repeats.atLeast(), repeats.persons())
        .forEach(n ->
            found.require(
                n != null && (found.parameters().contains(n) || n.matches("\\d{1,4}")),
                String.valueOf(n),
                "är okänd"));
    found.add(known, MeasureDefinition.Repeats.NAMES);
  }

  private void enriched(
      List<MeasureDefinition.Lookup> lookups,
      MeasureDefinition.@Nullable Scope scope,
      Set<String> known,
      Findings found) {
    lookups.forEach(l -> lookup(l, known, found.at("lookups." + l.table())));
    if (scope != null) {
      found.at("scope").require(scope.person() != null, "person", "saknas");
      found.at("scope").require(scope.day() != null, "day", "saknas");
      found.at("scope").columns(scope.person(), known, Set.of());
      found.at("scope").columns(scope.day(), known, Set.of());
      found.at("scope").add(known, SCOPE_COLUMNS);
    }
  }

  private void lookup(MeasureDefinition.Lookup lookup, Set<String> known, Findings found) {
    Set<String> other = columns(lookup.table(), found);
    keys(lookup.on(), other, known, found);
    TableShape shape = tables.get(lookup.table());
    found.require(
        shape == null
            || !lookup.order().isEmpty()
            || Set.copyOf(shape.primaryKey()).equals(lookup.on().keySet()),
        "on",
        "ska vara tabellens nyckel, om inte order säger vilken rad som är först");
    found.at("where").columns(lookup.where(), other, known);
    lookup.order().forEach(e -> found.at("order").columns(e, other, known));
    found.expressions(lookup.take(), other, Set.of());
    found.require(!lookup.take().isEmpty(), "take", "saknas");
    found.add(known, lookup.take().keySet());
  }

  private void related(MeasureDefinition.Related related, Set<String> row, Findings found) {
    Set<String> other = new LinkedHashSet<>(columns(related.table(), found));
    enriched(related.lookups(), related.scope(), other, found);
    keys(related.on(), other, row, found);
    found.at("where").columns(related.where(), other, row);
    found.expressions(related.count(), other, row);
    found.expressions(related.sum(), other, row);
    found.expressions(related.min(), other, row);
    found.expressions(related.max(), other, row);
    related
        .latest()
        .forEach((name, latest) -> {
          Findings here = found.at(name);
          here.columns(latest.where(), other, row);
          here.require(!latest.order().isEmpty(), "order", "saknas");
          latest.order().forEach(e -> here.columns(e, other, row));
          here.require(latest.take() != null, "take", "saknas");
          here.columns(latest.take(), other, row);
        });
    found.require(
        related.names().findAny().isPresent(), "count", "sum, min, max eller latest saknas");
  }

  private static void keys(
      Map<String, String> on, Set<String> left, Set<String> right, Findings found) {
    found.require(!on.isEmpty(), "on", "saknas");
    on.forEach((theirs, ours) -> {
      found.require(left.contains(theirs), "on", "okänd kolumn " + theirs);
      found.require(right.contains(ours), "on", "okänd kolumn " + ours);
    });
  }

  private Set<String> columns(@Nullable String table, Findings found) {
    TableShape shape = table == null ? null : tables.get(table);
    found.require(shape != null, "table", "okänd tabell " + table);
    return shape == null ? Set.of() : Set.copyOf(shape.columns());
  }
}
