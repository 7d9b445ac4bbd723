package se.helhetssyn.datasets.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static se.helhetssyn.datasets.quality.Treatment.FLAGGED;
import static se.helhetssyn.datasets.quality.Treatment.REJECTED;
import static se.helhetssyn.datasets.quality.Treatment.REPAIRED;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Faults of whole files. Each file that does not correct another is about a month of its own before
 * the delivery, so that it overlaps with nothing, and holds closed units or other rows that count
 * nowhere.
 */
final class FileFaults {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Rows of a sheet in the oldest spreadsheets. */
  private static final int SHEET_ROWS = 65_536;

  private static final List<String> CLOSED_UNITS = List.of("Åsgläntan", "Örtängen", "Fjällbäcken");

  private FileFaults() {}

  static List<FileFault> all() {
    return List.of(
        new FileFault(
            "DQ02",
            "deviation",
            "later",
            UTF_8,
            true,
            FLAGGED,
            "a delta of the day after: some rows again with another content",
            FileFaults::correct),
        new FileFault(
            "DQ03",
            "conference",
            "again",
            UTF_8,
            true,
            REPAIRED,
            "one unit's day once more, as a full load of its own",
            FileFaults::repeatDay),
        new FileFault(
            "DQ19",
            "org_unit",
            "windows",
            WINDOWS,
            true,
            REPAIRED,
            "written in Windows-1252 and announced as UTF-8",
            (file, at) -> closedUnits(file, at, 1, name -> name)),
        new FileFault(
            "DQ19",
            "org_unit",
            "twice",
            UTF_8,
            false,
            REPAIRED,
            "encoded twice",
            (file, at) ->
                closedUnits(file, at, 2, name -> new String(name.getBytes(UTF_8), WINDOWS))),
        new FileFault(
            "DQ19",
            "org_unit",
            "lost",
            UTF_8,
            false,
            REJECTED,
            "its letters were lost before it was written",
            (file, at) ->
                closedUnits(file, at, 3, name -> name.replaceAll("[^A-Za-z ]", "\uFFFD"))),
        new FileFault(
            "DQ28",
            "conference_case",
            "journal",
            UTF_8,
            false,
            REJECTED,
            "identity numbers in columns of codes and as a key",
            FileFaults::tellIdentities),
        new FileFault(
            "DQ37",
            "person",
            "short",
            UTF_8,
            false,
            REJECTED,
            "the manifest counts rows that are not there",
            FileFaults::truncate),
        new FileFault(
            "DQ37",
            "conference_participant",
            "sheet",
            UTF_8,
            false,
            REJECTED,
            "cut off at the last row of a spreadsheet",
            FileFaults::fillSheet),
        new FileFault(
            "DQ40",
            "org_unit",
            "titled",
            UTF_8,
            true,
            REPAIRED,
            "two title rows above the header and a row of totals at the end",
            FileFaults::addTitles));
  }

  /** Open deviations are closed that day, closed ones reopened. */
  private static void correct(ExtraFile file, Planting at) {
    LocalDate until = at.until();
    LocalDate next = until.plusDays(1);
    file.about(YearMonth.from(until).atDay(1), until).extracted(next.atTime(23, 55));
    at.also("DQ03", REPAIRED);
    file.header();
    for (Row sample : at.samples("deviation")) {
      Row row = sample.copy();
      if (row.is("status", "CLOSED")) {
        row.set("status", "FOLLOW_UP").set("reopened_count", 2).clear("closed_at");
      } else {
        row.set("status", "CLOSED").set("closed_at", next);
      }
      file.row(row);
      file.tell(row);
    }
  }

  private static void repeatDay(ExtraFile file, Planting at) {
    Row row =
        at.samples("conference").stream()
            .filter(each -> each.is("status", "HELD"))
            .filter(each -> !each.day("planned_start").isBefore(at.from()))
            .findFirst()
            .orElseThrow();
    LocalDate day = row.day("planned_start");
    file.about(day, day).extracted(at.until().plusDays(1).atTime(23, 55));
    file.replaces(row.get("org_unit_id"));
    file.header();
    file.row(row);
    file.tell(row);
  }

  private static void addTitles(ExtraFile file, Planting at) {
    file.line("Organisation");
    file.line("Utskriven", at.until().toString());
    closedUnits(file, at, 4, name -> name);
    file.line("Summa", String.valueOf(CLOSED_UNITS.size()));
  }

  /** Units that were closed before the delivery begins, so that nothing is counted at them. */
  private static void closedUnits(
      ExtraFile file, Planting at, int monthsBefore, UnaryOperator<String> written) {
    file.monthBefore(at.from(), monthsBefore).header();
    for (int i = 0; i < CLOSED_UNITS.size(); i++) {
      String id = "G" + monthsBefore + i;
      file.row(
          at.last("org_unit")
              .orElseThrow()
              .copy()
              .set("org_unit_id", id)
              .set("unit_code", id)
              .set("name", written.apply(CLOSED_UNITS.get(i)))
              .set("valid_from", at.from().minusYears(9))
              .set("valid_to", YearMonth.from(at.from()).minusMonths(monthsBefore).atDay(1)));
    }
  }

  private static void tellIdentities(ExtraFile file, Planting at) {
    file.monthBefore(at.from(), 1).header();
    int number = 0;
    for (String identity : IdentityNumbers.of(at)) {
      Row row = at.last("conference_case").orElseThrow().copy().set("case_id", "N" + ++number);
      boolean asKey = number == 1;
      row.set(asKey ? "person_key" : "need_code", asKey ? identity : "se " + identity);
      file.row(row);
      file.tell(row);
    }
  }

  private static void truncate(ExtraFile file, Planting at) {
    file.monthBefore(at.from(), 1).lacks(at.between(100, 900));
    file.header();
    file.row(at.blank("person").set("person_key", at.key()).set("protected_identity", "NO"));
  }

  private static void fillSheet(ExtraFile file, Planting at) {
    file.monthBefore(at.from(), 1).header();
    for (int i = 0; i < SHEET_ROWS; i++) {
      file.row(
          at.blank("conference_participant")
              .set("conference_id", "G" + i / 8)
              .set("participant_no", 1 + i % 8)
              .set("role", "OTHER")
              .set("attendance", "PRESENT"));
    }
  }
}
