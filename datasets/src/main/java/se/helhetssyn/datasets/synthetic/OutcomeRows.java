package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the falls, pressure ulcers, weight losses and wounds of a stay. Most reported falls and
 * ulcers are events too and point to their deviation; some events are never reported.
 */
final class OutcomeRows {
  private static final double UNREPORTED_FALLS = 0.0011;
  private static final double UNREPORTED_ULCERS = 0.00015;
  private static final double WEIGHT_LOSSES = 0.0004;
  private static final double WOUNDS = 0.0003;
  private static final Mix AROSE = Mix.of("YES 78, NO 16, UNKNOWN 6");
  private static final Mix LIGHT = Mix.of("NONE 74, MINOR 21, MODERATE 3, FRACTURE_OR_SEVERE 2");
  private static final Mix CATEGORY = Mix.of("1 50, 2 34, 3 11, 4 5");

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final Stay stay;
  private final Extract extract;
  private final RegisterRows registers;
  private final List<Absence> absences;
  private final Chance chance;

  OutcomeRows(
      MunicipalityPlan plan,
      Stories stories,
      Unit unit,
      Stay stay,
      RegisterRows registers,
      Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    this.stay = stay;
    this.registers = registers;
    this.extract = extract;
    absences = Absence.of(plan, stay);
    chance = Chance.of(plan.seed(), "outcome", stay.person(), stay.startDay());
  }

  void write(List<ReportedDeviation> reported) {
    reported.stream().filter(deviation -> chance.happens(0.93)).forEach(this::reported);
    LocalDate first = stay.start().isBefore(plan.from()) ? plan.from() : stay.start();
    LocalDate last = stay.ended().map(day -> day.minusDays(1)).orElse(plan.until());
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    for (int i = chance.count(UNREPORTED_FALLS * days); i > 0; i--) {
      unreportedFall(anyDay(first, days));
    }
    for (int i = chance.count(UNREPORTED_ULCERS * days); i > 0; i--) {
      ulcer(chance.at(anyDay(first, days), 7, 20), CATEGORY.pick(chance), null);
    }
    for (int i = chance.count(WEIGHT_LOSSES * days); i > 0; i--) {
      weightLoss(anyDay(first, days));
    }
    for (int i = chance.count(WOUNDS * days); i > 0; i--) {
      wound(anyDay(first, days));
    }
  }

  private LocalDate anyDay(LocalDate first, int days) {
    return first.plusDays(chance.between(0, days - 1));
  }

  private void reported(ReportedDeviation deviation) {
    switch (deviation.category()) {
      case "FALL" -> fall(deviation.occurred(), harm(deviation), deviation.id());
      case "PRESSURE_ULCER" -> {
        boolean deep = "CATEGORY_3_4".equals(deviation.subcategory());
        int category = chance.between(deep ? 3 : 1, deep ? 4 : 2);
        ulcer(deviation.occurred(), String.valueOf(category), deviation.id());
      }
      default -> {
        // What remains is told by the deviation alone.
      }
    }
  }

  private static String harm(ReportedDeviation fall) {
    return switch (String.valueOf(fall.subcategory())) {
      case "SEVERE_OR_FRACTURE" -> "FRACTURE_OR_SEVERE";
      case "MINOR_INJURY" -> fall.severity() > 1 ? "MODERATE" : "MINOR";
      default -> "NONE";
    };
  }

  private void unreportedFall(LocalDate day) {
    if (chance.happens(stories.fallHappens(unit, day))) {
      fall(chance.at(day, 3, 22), LIGHT.pick(chance), null);
    }
  }

  private void fall(LocalDateTime occurred, String harm, @Nullable String deviation) {
    if (here(occurred)) {
      event("FALL", occurred, "YES").set("harm_level", harm).set("deviation_id", deviation).write();
    }
  }

  private void ulcer(LocalDateTime occurred, String category, @Nullable String deviation) {
    if (here(occurred)) {
      event("PRESSURE_ULCER", occurred, AROSE.pick(chance))
          .set("ulcer_category", category)
          .set("deviation_id", deviation)
          .write();
    }
  }

  private void weightLoss(LocalDate day) {
    LocalDateTime weighed = chance.at(day, 7, 10);
    if (here(weighed)) {
      event("WEIGHT_LOSS", weighed, AROSE.pick(chance))
          .set("weight_loss_pct", chance.between(30, 120) / 10.0)
          .write();
    }
  }

  private void wound(LocalDate day) {
    LocalDateTime seen = chance.at(day, 7, 20);
    if (!here(seen)) {
      return;
    }
    LocalDate healed = day.plusDays(10 + chance.logNormalDays(60, 0.8));
    boolean known = stay.covers(healed) && !healed.isAfter(plan.until());
    event("WOUND", seen, AROSE.pick(chance))
        .set("healed_at", known ? healed : null)
        .set("antibiotics_used", chance.answer(0.34, 0.06))
        .write();
    registers.wound(day, known ? healed : null);
  }

  private boolean here(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    return stay.covers(day) && absences.stream().noneMatch(absence -> absence.covers(day));
  }

  private TableWriter event(String type, LocalDateTime occurred, String arose) {
    TableWriter row = extract.table("outcome_event");
    return row.set("event_id", "H" + row.rows())
        .set("person_key", PersonRows.key(plan, stay.person()))
        .set("org_unit_id", unit.id())
        .set("event_type", type)
        .set("occurred_at", occurred)
        .set("arose_at_unit", arose);
  }
}
