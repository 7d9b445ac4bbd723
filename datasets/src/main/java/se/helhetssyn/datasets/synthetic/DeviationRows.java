package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a deviation and how it was taken care of, as far as it had come on the last day. */
final class DeviationRows {
  private static final Mix SEVERITY = Mix.of("1 50, 2 33, 3 13, 4 4");
  private static final Mix LIKELIHOOD = Mix.of("1 25, 2 35, 3 28, 4 12");
  private static final Mix CLASS = Mix.of("RISK 3, NEAR_MISS 4, HARM 3");
  private static final Mix CAUSE =
      Mix.of("ROUTINE 4, COMMUNICATION 3, COMPETENCE 2, ENVIRONMENT_ORGANISATION 3, TECHNOLOGY 1");
  private static final Mix PARTY = Mix.of("NONE 94, INCOMING 2, OUTGOING 4");

  /** Spread of closing times: with half closed in a month, one in eight takes over three months. */
  private static final double CLOSING_SIGMA = 1.1;

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final List<Conference> held;
  private final Extract extract;
  private final DeviationActionRows actions;
  private final double reviewedNext;

  DeviationRows(
      MunicipalityPlan plan,
      Stories stories,
      Unit unit,
      List<Conference> conferences,
      Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    this.extract = extract;
    held = conferences.stream().filter(Conference::held).toList();
    actions = new DeviationActionRows(plan, unit, extract);
    reviewedNext = Chance.of(plan.seed(), "review habit", unit.index()).share(0.72, 0.08);
  }

  /** One that would be reported after the last day is not in the delivery: null. */
  @Nullable ReportedDeviation write(
      LocalDate day, DeviationKind kind, @Nullable Stay stay, Chance chance) {
    LocalDateTime occurred = chance.at(day, 3, 19);
    LocalDateTime noticed = occurred.plusMinutes(5L * chance.between(0, 36));
    LocalDateTime reported = reported(noticed, chance);
    if (reported.toLocalDate().isAfter(plan.until())) {
      return null;
    }
    TableWriter row = extract.table("deviation");
    String law = chance.between(1, 10) <= kind.health() ? "HSL" : "SOL";
    String subcategory = kind.subcategory(chance);
    String id = "A" + row.rows();
    row.set("deviation_id", id)
        .set("law", law)
        .set("org_unit_id", unit.id())
        .set("reporting_unit_id", unit.id())
        .set("person_key", stay == null ? null : PersonRows.key(plan, stay.person()))
        .set("category", kind.category())
        .set("subcategory", subcategory)
        .set("occurred_at", occurred)
        .set("noticed_at", noticed)
        .set("reported_at", reported)
        .set("external_party", PARTY.pick(chance));
    int severity = weigh(row, law, reported.toLocalDate(), chance);
    handle(id, row, reported, chance);
    row.write();
    return new ReportedDeviation(id, kind.category(), subcategory, severity, occurred);
  }

  private static LocalDateTime reported(LocalDateTime noticed, Chance chance) {
    int days = chance.logNormalDays(0.7, 1.1);
    return days == 0
        ? noticed.plusMinutes(5L * chance.between(0, 12))
        : chance.at(noticed.toLocalDate().plusDays(days), 7, 21);
  }

  private int weigh(TableWriter row, String law, LocalDate reported, Chance chance) {
    int severity = Integer.parseInt(SEVERITY.pick(chance));
    int likelihood = Integer.parseInt(LIKELIHOOD.pick(chance));
    String event = severity == 4 ? "HARM" : CLASS.pick(chance);
    boolean lex = severity >= 3 && event.equals("HARM") && chance.happens(0.04);
    LocalDate notified = reported.plusDays(chance.logNormalDays(35, 0.5));
    LocalDate informed = reported.plusDays(chance.logNormalDays(2, 1));
    row.set("event_class", event)
        .set("severity", severity)
        .set("likelihood", likelihood)
        .set("risk_category", severity * likelihood)
        .set("initial_risk_category", severity * likelihood)
        .set("person_informed_at", event.equals("HARM") ? known(informed) : null)
        .set("lex_track", !lex ? "NONE" : law.equals("HSL") ? "LEX_MARIA" : "LEX_SARAH")
        .set("ivo_notified_at", lex ? known(notified) : null);
    return severity;
  }

  private void handle(String id, TableWriter row, LocalDateTime reported, Chance chance) {
    LocalDate day = reported.toLocalDate();
    LocalDateTime received = chance.at(day.plusDays(1 + chance.logNormalDays(1.5, 1)), 8, 16);
    row.set("received_at", received.toLocalDate().isAfter(plan.until()) ? null : received);
    if (chance.happens(0.04)) {
      row.set("status", "REJECTED");
      return;
    }
    double median = stories.medianClosingDays(unit, day);
    int openDays = 1 + chance.logNormalDays(median, CLOSING_SIGMA);
    LocalDate closed = day.plusDays(openDays);
    LocalDate started = day.plusDays(Math.min(openDays, chance.logNormalDays(4, 0.9)));
    LocalDate analysed = day.plusDays((long) (openDays * (0.5 + chance.uniform() / 2)));
    boolean done = !closed.isAfter(plan.until());
    row.set("investigation_started_at", known(started))
        .set("analysed_at", chance.happens(0.82) ? known(analysed) : null)
        .set("root_cause_code", done ? CAUSE.pick(chance) : null)
        .set("reviewed_at_conference_id", reviewed(reported, chance))
        .set("status", done ? "CLOSED" : status(started, day, openDays))
        .set("closed_at", known(closed))
        .set("final_risk_category", done ? chance.oneOf(List.of(1, 2, 2, 3, 4, 6)) : null)
        .set("reopened_count", chance.happens(0.03) ? 1 : 0);
    if (!started.isAfter(plan.until())) {
      actions.write(id, started, (int) (closed.toEpochDay() - started.toEpochDay()));
    }
  }

  /** How far an open one has come: the share of its time that has passed. */
  private String status(LocalDate started, LocalDate reported, int openDays) {
    double passed = (plan.until().toEpochDay() - reported.toEpochDay()) / (double) openDays;
    if (started.isAfter(plan.until())) {
      return "NEW";
    }
    return passed < 0.4 ? "UNDER_INVESTIGATION" : passed < 0.8 ? "ACTION" : "FOLLOW_UP";
  }

  /** The next conference after the report in most cases, a later one now and then. */
  private @Nullable String reviewed(LocalDateTime reported, Chance chance) {
    double fate = chance.uniform();
    int skipped = fate < reviewedNext ? 0 : fate < reviewedNext + 0.1 ? 1 : held.size();
    return held.stream()
        .filter(conference -> conference.planned().isAfter(reported))
        .skip(skipped)
        .findFirst()
        .map(Conference::id)
        .orElse(null);
  }

  private @Nullable LocalDate known(LocalDate day) {
    return day.isAfter(plan.until()) ? null : day;
  }
}
