package se.helhetssyn.pipelines.marks;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;

/** Every rule over several rows or tables. */
final class MarkRules {
  private static final String UNIT = "org_unit_id";

  private MarkRules() {}

  static List<MarkRule> of(DataPackage contract) {
    return Stream.concat(written().stream(), references(contract)).toList();
  }

  private static List<MarkRule> written() {
    return List.of(
        MarkRule.of("DQ09", "conference_case", "conference"),
        MarkRule.of("DQ10", "conference", "conference_participant"),
        MarkRule.of("DQ11", "conference"),
        MarkRule.of("DQ12", "conference_case", "conference", "enrolment"),
        MarkRule.of("DQ15", "enrolment", "absence"),
        MarkRule.of("DQ17", "org_succession"),
        MarkRule.of("DQ26", "action_followup", "risk_assessment"),
        MarkRule.of("DQ34", "deviation"),
        MarkRule.of("DQ35", "deviation"),
        MarkRule.of("DQ36", "outcome_event"),
        silence("deviation", "reported_at"),
        silence("risk_assessment", "assessed_at"),
        MarkRule.of("DQ41", "conference"));
  }

  private static MarkRule silence(String table, String date) {
    return MarkRule.of("DQ38", table, Set.of(), Map.of("table", table, "date", date));
  }

  /** Where a row points at what is not there; an unknown unit of a row is a rule of its own. */
  private static Stream<MarkRule> references(DataPackage contract) {
    return contract.tables().stream()
        .flatMap(table ->
            table.foreignKeys().stream()
                .filter(key -> !key.fields().equals(List.of(UNIT)))
                .map(key -> reference(table, key)));
  }

  private static MarkRule reference(TableSchema table, ForeignKey key) {
    return MarkRule.of(
        "CT07",
        table.name(),
        Set.of(key.table()),
        Map.of(
            "table", table.name(),
            "key", table.primaryKey().stream().collect(joining(", ", "concat_ws('|', ", ")")),
            "unit", table.columns().contains(UNIT) ? UNIT : "NULL",
            "columns", String.join(",", key.fields()),
            "present", present(key),
            "target", key.table(),
            "match", match(key)));
  }

  private static String present(ForeignKey key) {
    return key.fields().stream().map(column -> column + " IS NOT NULL").collect(joining(" AND "));
  }

  private static String match(ForeignKey key) {
    return IntStream.range(0, key.fields().size())
        .mapToObj(
            i -> "held.%s = target.%s".formatted(key.fields().get(i), key.targetFields().get(i)))
        .collect(joining(" AND "));
  }
}
