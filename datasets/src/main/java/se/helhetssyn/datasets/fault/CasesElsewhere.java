package se.helhetssyn.datasets.fault;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DQ12: cases of persons who have no enrolment {@code [start, end)} at the conference's unit on its
 * day. It holds every enrolment in eight bytes beside the person's key, and the conferences of the
 * unit whose rows are being written.
 */
final class CasesElsewhere implements Counter {
  private static final long OPEN = (1L << 22) - 1;

  private final Map<String, Integer> units = new HashMap<>();
  private final Map<String, long[]> enrolments = new HashMap<>();
  private final Map<String, Row> conferences = new HashMap<>();
  private String unit = "";
  private long count;

  @Override
  public Set<String> tables() {
    return Set.of("enrolment", "conference", "conference_case");
  }

  @Override
  public void see(Row row) {
    switch (row.table()) {
      case "enrolment" -> enrol(row);
      case "conference" -> meet(row);
      default -> {
        if (!row.planted("DQ12") && isElsewhere(row, row.get("person_key"))) {
          count++;
        }
      }
    }
  }

  /** Whether the case's conference is known and the person is not at its unit that day. */
  boolean isElsewhere(Row caseRow, String person) {
    Row conference = conferences.get(caseRow.get("conference_id"));
    if (conference == null) {
      return false;
    }
    LocalDate day =
        conference.day(conference.has("actual_start") ? "actual_start" : "planned_start");
    int at = number(conference.get("org_unit_id"));
    return Arrays.stream(enrolments.getOrDefault(person, new long[0]))
        .noneMatch(enrolment -> covers(enrolment, at, day.toEpochDay()));
  }

  @Override
  public List<NaturalFault> found(List<PlantedFault> planted) {
    return List.of(
        new NaturalFault(
            "DQ12",
            "conference_case",
            "cases of persons not enrolled at the unit that day",
            count));
  }

  private void meet(Row conference) {
    if (!conference.is("org_unit_id", unit)) {
      unit = conference.get("org_unit_id");
      conferences.clear();
    }
    conferences.put(conference.get("conference_id"), conference);
  }

  private void enrol(Row row) {
    long start = row.day("start_date").toEpochDay();
    long end = row.has("end_date") ? Math.min(row.day("end_date").toEpochDay(), OPEN) : OPEN;
    long packed = ((long) number(row.get("org_unit_id")) << 44) | (start << 22) | end;
    enrolments.merge(row.get("person_key"), new long[] {packed}, CasesElsewhere::joined);
  }

  private static long[] joined(long[] some, long[] one) {
    long[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = one[0];
    return all;
  }

  private static boolean covers(long enrolment, int at, long day) {
    long start = (enrolment >> 22) & OPEN;
    long end = enrolment & OPEN;
    return enrolment >> 44 == at && start <= day && day < end;
  }

  private int number(String id) {
    return units.computeIfAbsent(id, each -> units.size());
  }
}
