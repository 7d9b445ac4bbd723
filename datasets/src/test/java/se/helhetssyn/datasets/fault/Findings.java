package se.helhetssyn.datasets.fault;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.helhetssyn.datasets.fault.DeliveredFiles.Line;

/**
 * What the detection column of the table of faults finds in the tables' own files, written without
 * regard to how the faults are planted: {@code table/key}, the keys of a pair in order and joined
 * by a plus sign.
 */
final class Findings {
  private final DeliveredFiles files;
  private final LocalDate from;
  private final LocalDate until;

  Findings(DeliveredFiles files, LocalDate from, LocalDate until) {
    this.files = files;
    this.from = from;
    this.until = until;
  }

  Map<String, Supplier<Set<String>>> byRule() {
    Map<String, Supplier<Set<String>>> rules = new TreeMap<>();
    rules.put("DQ01", this::exactDuplicates);
    rules.put("DQ04", () -> files.whereAny("registered_at", line -> RowFindings.isLate(line, 30)));
    rules.put("DQ05", () -> deviations(RowFindings::isClosedBeforeReported));
    rules.put(
        "DQ06", () -> deviations(line -> line.is("status", "CLOSED") != line.has("closed_at")));
    rules.put("DQ07", () -> files.whereAny(this::isFuture));
    rules.put("DQ08", () -> files.whereAny(RowFindings::hasSentinel));
    rules.put("DQ09", this::documentedBefore);
    rules.put("DQ10", this::heldWithoutParticipants);
    rules.put("DQ11", this::statusAgainstDate);
    rules.put("DQ12", this::casesElsewhere);
    rules.put("DQ13", this::overlappingStays);
    rules.put("DQ14", this::openAfterDeath);
    rules.put("DQ15", this::awayFromTheStart);
    rules.put("DQ16", this::unknownUnits);
    rules.put("DQ18", () -> files.whereAny("org_unit_id", line -> !line.has("org_unit_id")));
    rules.put("DQ20", this::shifted);
    rules.put("DQ21", () -> files.whereAny(RowFindings::hasDecimalComma));
    rules.put("DQ22", () -> assessments(RowFindings::isOutOfRange));
    rules.put("DQ23", () -> assessments(RowFindings::contradictsScore));
    rules.put("DQ24", () -> assessments(line -> line.is("instrument", "RAPS")));
    rules.put("DQ25", () -> deviations(RowFindings::isNoProduct));
    rules.put("DQ26", this::outOfOrder);
    rules.put(
        "DQ27",
        () ->
            files.where(
                "preventive_action", line -> !line.has("action_code") && !line.has("kva_code")));
    rules.put("DQ29", () -> files.whereAny(RowFindings::hasTextForCode));
    rules.put("DQ30", this::successions);
    rules.put("DQ31", () -> files.where("person", line -> line.is("protected_identity", "YES")));
    rules.put("TEST_PERSON", () -> files.where("person", line -> line.is("test_person", "YES")));
    rules.put("DQ32", () -> files.whereAny(RowFindings::isInDoubleHour));
    rules.put("DQ33", () -> files.whereAny(RowFindings::hasSerial));
    rules.put("DQ34", this::otherOverused);
    rules.put("DQ35", this::likeDeviations);
    rules.put("DQ38", () -> suddenZeros("deviation", "reported_at"));
    rules.put("DQ39", this::newCategories);
    rules.put("DQ41", this::sameConference);
    rules.put(
        "DQ42",
        () ->
            files.where(
                "quality_register_entry",
                line -> line.is("register", "PALLIATIVE") && RowFindings.isLate(line, 90)));
    return rules;
  }

  private Set<String> deviations(Predicate<Line> finds) {
    return files.where("deviation", finds);
  }

  private Set<String> assessments(Predicate<Line> finds) {
    return files.where("risk_assessment", finds);
  }

  private Set<String> exactDuplicates() {
    Set<String> found = new HashSet<>();
    for (String name : files.names()) {
      String table = name.substring(0, name.indexOf('.'));
      if (name.equals(table + ".csv") && DeliveredFiles.CONTRACT.find(table).isPresent()) {
        Set<Line> seen = new HashSet<>();
        files
            .lines(name)
            .filter(line -> !seen.add(line))
            .forEach(line -> found.add(table + "/" + line.key()));
      }
    }
    return found;
  }

  private boolean isFuture(Line line) {
    return line.schema().eventDates().stream()
        .anyMatch(date -> line.has(date) && line.day(date).isAfter(until));
  }

  private Set<String> documentedBefore() {
    Function<String, Line> conferences = files.lookUp("conference");
    return files.where(
        "conference_case",
        line ->
            Stream.of("sol_documented_at", "hsl_documented_at")
                .anyMatch(column ->
                    line.has(column)
                        && LocalDateTime.parse(line.get(column))
                            .isBefore(start(conferences.apply(line.get("conference_id"))))));
  }

  private static LocalDateTime start(Line conference) {
    return LocalDateTime.parse(
        conference.get(conference.has("actual_start") ? "actual_start" : "planned_start"));
  }

  private Set<String> heldWithoutParticipants() {
    Map<String, List<Line>> participants = files.by("conference_participant", "conference_id");
    return files.where(
        "conference", line -> line.is("status", "HELD") && !participants.containsKey(line.key()));
  }

  private Set<String> statusAgainstDate() {
    return files.where(
        "conference",
        line -> line.is("status", line.day("planned_start").isAfter(until) ? "HELD" : "PLANNED"));
  }

  private Set<String> casesElsewhere() {
    Function<String, Line> conferences = files.lookUp("conference");
    Map<String, List<Line>> enrolments = files.by("enrolment", "person_key");
    return files.where(
        "conference_case",
        line -> {
          Line conference = conferences.apply(line.get("conference_id"));
          return enrolments.getOrDefault(line.get("person_key"), List.of()).stream()
              .filter(enrolment -> enrolment.is("org_unit_id", conference.get("org_unit_id")))
              .noneMatch(enrolment -> covers(enrolment, start(conference).toLocalDate()));
        });
  }

  private static boolean covers(Line enrolment, LocalDate day) {
    return !day.isBefore(enrolment.day("start_date")) && day.isBefore(end(enrolment));
  }

  private static LocalDate end(Line enrolment) {
    return enrolment.has("end_date") ? enrolment.day("end_date") : LocalDate.MAX;
  }

  private Set<String> overlappingStays() {
    return pairs(
        "enrolment",
        List.of("person_key", "enrolment_type"),
        (a, b) ->
            !a.is("org_unit_id", b.get("org_unit_id"))
                && a.day("start_date").isBefore(end(b))
                && b.day("start_date").isBefore(end(a)));
  }

  private Set<String> openAfterDeath() {
    Function<String, Line> persons = files.lookUp("person");
    return files.where(
        "enrolment",
        line -> {
          Line person = persons.apply(line.get("person_key"));
          return person.has("death_date")
              && !line.has("end_date")
              && !person.day("death_date").isAfter(until);
        });
  }

  private Set<String> awayFromTheStart() {
    Function<String, Line> enrolments = files.lookUp("enrolment");
    return files.rows("absence").stream()
        .filter(line -> line.is("reason", "AWAY"))
        .filter(line ->
            enrolments.apply(line.get("enrolment_id")).is("start_date", line.get("from_date")))
        .map(line -> "enrolment/" + line.get("enrolment_id"))
        .collect(Collectors.toSet());
  }

  private Set<String> unknownUnits() {
    Set<String> known =
        files.rows("org_unit").stream()
            .map(line -> line.get("org_unit_id"))
            .collect(Collectors.toSet());
    return files.whereAny(
        "org_unit_id", line -> line.has("org_unit_id") && !known.contains(line.get("org_unit_id")));
  }

  private Set<String> shifted() {
    return DeliveredFiles.CONTRACT.tables().stream()
        .flatMap(schema ->
            files
                .lines(schema.name() + ".csv")
                .filter(line -> !line.whole())
                .map(line -> schema.name() + "/" + line.key()))
        .collect(Collectors.toSet());
  }

  private Set<String> outOfOrder() {
    Function<String, Line> assessments = files.lookUp("risk_assessment");
    Set<String> found =
        files.where(
            "preventive_action",
            line ->
                line.has("performed_at")
                    && line.day("performed_at").isBefore(line.day("planned_at")));
    found.addAll(
        files.where(
            "action_followup",
            line ->
                line.day("followed_up_at")
                    .isBefore(assessments.apply(line.get("assessment_id")).day("assessed_at"))));
    return found;
  }

  private Set<String> successions() {
    Set<String> persons = files.byKey("person").keySet();
    return files.records("person_succession.csv").stream()
        .skip(1)
        .filter(each -> persons.containsAll(each.getFields().subList(0, 2)))
        .map(each -> pair("person", each.getField(0), each.getField(1)))
        .collect(Collectors.toSet());
  }

  private Set<String> otherOverused() {
    Set<String> found = new HashSet<>();
    files
        .by("deviation", "org_unit_id")
        .forEach((unit, lines) -> {
          long other = lines.stream().filter(line -> line.is("category", "OTHER")).count();
          if (!unit.isEmpty() && other > 0.1 * lines.size()) {
            found.add("deviation/" + unit);
          }
        });
    return found;
  }

  private Set<String> likeDeviations() {
    return pairs(
        "deviation",
        List.of("person_key", "category"),
        (a, b) ->
            a.has("person_key")
                && Set.of("HSLSOL", "SOLHSL").contains(a.get("law") + b.get("law"))
                && Math.abs(DAYS.between(a.day("occurred_at"), b.day("occurred_at"))) <= 1);
  }

  Set<String> suddenZeros(String table, String date) {
    Set<String> found = new HashSet<>();
    files
        .by(table, "org_unit_id")
        .forEach((unit, lines) -> {
          Map<YearMonth, Long> counts =
              lines.stream()
                  .collect(
                      Collectors.groupingBy(
                          line -> YearMonth.from(line.day(date)), Collectors.counting()));
          for (YearMonth month = YearMonth.from(from).plusMonths(12);
              !month.atEndOfMonth().isAfter(until);
              month = month.plusMonths(1)) {
            long before = 0;
            for (int i = 1; i <= 12; i++) {
              before += counts.getOrDefault(month.minusMonths(i), 0L);
            }
            if (!unit.isEmpty() && !counts.containsKey(month) && before >= 60) {
              found.add(table + "/" + unit + "|" + month);
            }
          }
        });
    return found;
  }

  private Set<String> newCategories() {
    Set<String> known =
        Set.copyOf(DeliveredFiles.CONTRACT.require("deviation").field("category").codes());
    return deviations(line -> !known.contains(line.get("category")));
  }

  private Set<String> sameConference() {
    return pairs(
        "conference",
        List.of("org_unit_id"),
        (a, b) ->
            Math.abs(
                    MINUTES.between(
                        LocalDateTime.parse(a.get("planned_start")),
                        LocalDateTime.parse(b.get("planned_start"))))
                <= 120);
  }

  /** Pairs of rows that agree in some columns. */
  private Set<String> pairs(String table, List<String> alike, BiPredicate<Line, Line> finds) {
    Set<String> found = new HashSet<>();
    Map<List<String>, List<Line>> groups =
        files.rows(table).stream()
            .collect(Collectors.groupingBy(line -> alike.stream().map(line::get).toList()));
    for (List<Line> group : groups.values()) {
      var left = new ArrayList<>(group);
      while (!left.isEmpty()) {
        Line a = left.removeLast();
        left.stream()
            .filter(b -> finds.test(a, b))
            .forEach(b -> found.add(pair(table, a.key(), b.key())));
      }
    }
    return found;
  }

  static String pair(String table, String... keys) {
    return table + "/" + Stream.of(keys).sorted().collect(Collectors.joining("+"));
  }
}
