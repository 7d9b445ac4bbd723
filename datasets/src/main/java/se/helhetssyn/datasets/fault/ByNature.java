package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that counts as a fault by nature, counted while the rows pass. */
final class ByNature {
  private static final int LATE_DAYS = 30;
  private static final int LATE_DEATH_DAYS = 90;

  private final List<Counter> counters;
  private final Map<String, List<Counter>> byTable = new HashMap<>();

  ByNature(CasesElsewhere cases, Map<String, Layout> layouts, LocalDate from, LocalDate until) {
    counters =
        List.of(
            late("plan_revision", "revised_at"),
            late("risk_assessment", "assessed_at"),
            late("quality_register_entry", "reference_date"),
            cases,
            new RowCounter("DQ17", "org_succession", "renamed, merged or moved units", row -> true),
            new RowCounter(
                "DQ27",
                "preventive_action",
                "actions without a code",
                row -> !row.has("action_code") && !row.has("kva_code")),
            new OtherShare(),
            new LikePairs(),
            new RowCounter(
                "DQ36",
                "outcome_event",
                "falls that are a deviation too",
                row -> row.is("event_type", "FALL") && row.has("deviation_id")),
            new SuddenZeros("deviation", "reported_at", from, until),
            new SuddenZeros("risk_assessment", "assessed_at", from, until),
            new SameStart(),
            new AbsentUnits(namingUnits(layouts)),
            new RowCounter(
                "DQ42",
                "quality_register_entry",
                "palliative entries more than 90 days after the death",
                row ->
                    row.is("register", "PALLIATIVE")
                        && isLater("reference_date", LATE_DEATH_DAYS).test(row)));
    counters.forEach(counter ->
        counter
            .tables()
            .forEach(table -> byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(counter)));
  }

  void see(Row row) {
    byTable.getOrDefault(row.table(), List.of()).forEach(counter -> counter.see(row));
  }

  boolean confirms(PlantedFault fault) {
    return counters.stream().allMatch(counter -> counter.confirms(fault));
  }

  List<NaturalFault> found(List<PlantedFault> planted) {
    return counters.stream().flatMap(counter -> counter.found(planted).stream()).toList();
  }

  private static Counter late(String table, String event) {
    return new RowCounter(
        "DQ04", table, "registered more than 30 days later", isLater(event, LATE_DAYS));
  }

  private static Predicate<Row> isLater(String event, int days) {
    return row ->
        row.has("registered_at")
            && ChronoUnit.DAYS.between(row.day(event), row.day("registered_at")) > days;
  }

  private static Set<String> namingUnits(Map<String, Layout> layouts) {
    return layouts.entrySet().stream()
        .filter(each -> !each.getKey().equals("org_unit"))
        .filter(each -> each.getValue().positions().containsKey("org_unit_id"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
