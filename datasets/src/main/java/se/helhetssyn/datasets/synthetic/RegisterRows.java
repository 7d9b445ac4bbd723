package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was entered about a stay in the national registers: not all of it, nothing in a
 * register that the person has declined, and some months late. What would be typed in after the
 * last day is not in the delivery.
 */
final class RegisterRows {
  private static final double BEHAVIOUR_FOLLOWED = 0.7;

  private final MunicipalityPlan plan;
  private final Unit unit;
  private final Stay stay;
  private final Extract extract;
  private final Chance chance;
  private final Set<Register> declined;
  private final double diligence;
  private boolean assessedBefore;

  RegisterRows(MunicipalityPlan plan, Unit unit, Stay stay, Extract extract) {
    this.plan = plan;
    this.unit = unit;
    this.stay = stay;
    this.extract = extract;
    chance = Chance.of(plan.seed(), "register entry", stay.person(), stay.startDay());
    declined = Register.declined(plan, stay.person());
    diligence = Chance.of(plan.seed(), "register habit", unit.index()).share(1, 0.08);
  }

  /** An occasion at which the risks were assessed. */
  void assessed(LocalDate day) {
    String type = assessedBefore ? "FOLLOW_UP" : "BASELINE";
    assessedBefore = true;
    enter(Register.SENIOR_ALERT, type, day, row -> {});
  }

  /** A wound, healed or not. */
  void wound(LocalDate day, @Nullable LocalDate healed) {
    if (healed == null) {
      enter(Register.RIKSSAR, "EVENT", day, row -> {});
    } else {
      long days = ChronoUnit.DAYS.between(day, healed);
      enter(Register.RIKSSAR, "EVENT", healed, row -> row.set("healing_days", days));
    }
  }

  /** What follows from the stay itself: behaviour in dementia care, and the last week of life. */
  void writeRest() {
    if (unit.orientation().equals("DEMENTIA") && chance.happens(BEHAVIOUR_FOLLOWED)) {
      behaviour();
    }
    if (stay.end() == StayEnd.DECEASED) {
      stay.ended().ifPresent(day -> enter(Register.PALLIATIVE, "DEATH", day, this::lastWeek));
    }
  }

  private void behaviour() {
    boolean old = stay.start().isBefore(plan.historyFrom());
    LocalDate day =
        old
            ? plan.historyFrom().plusDays(chance.between(0, 250))
            : stay.start().plusDays(chance.logNormalDays(30, 0.8));
    for (; here(day); day = day.plusDays(chance.between(290, 400))) {
      int points = chance.between(4, 48);
      behaviour("BASELINE", day, points);
      LocalDate again = day.plusDays(14 + chance.logNormalDays(18, 0.7));
      if (chance.happens(0.82) && here(again)) {
        behaviour("FOLLOW_UP", again, (int) (points * (0.4 + 0.7 * chance.uniform())));
      }
    }
  }

  private void behaviour(String type, LocalDate day, int points) {
    enter(
        Register.BPSD,
        type,
        day,
        row -> row.set("npi_total", points).set("approach_plan", chance.answer(0.8, 0)));
  }

  private void lastWeek(TableWriter row) {
    boolean expected = chance.happens(0.8);
    double shift = expected ? 0 : -0.3;
    row.set("pall_oral", chance.answer(0.82 + shift, 0.05))
        .set("pall_pain", chance.answer(0.8 + shift, 0.05))
        .set("pall_opioid", chance.answer(0.94 + shift, 0.02))
        .set("pall_anxiolytic", chance.answer(0.93 + shift, 0.02))
        .set("pall_no_ulcer", chance.answer(0.84, 0.04))
        .set("pall_talk", chance.answer(0.8 + shift, 0.06))
        .set("expected_death", expected ? "YES" : "NO");
  }

  private void enter(
      Register register, String type, LocalDate day, Consumer<TableWriter> particulars) {
    LocalDateTime typed = chance.at(day.plusDays(register.delayDays(chance)), 8, 20);
    boolean entered = chance.happens(register.entered() * diligence);
    if (!entered || declined.contains(register) || typed.toLocalDate().isAfter(plan.until())) {
      return;
    }
    boolean alive = register != Register.PALLIATIVE;
    TableWriter row = extract.table("quality_register_entry");
    row.set("entry_id", "Q" + row.rows())
        .set("register", register)
        .set("person_key", PersonRows.key(plan, stay.person()))
        .set("org_unit_id", unit.id())
        .set("entry_type", type)
        .set("reference_date", day)
        .set("registered_at", typed)
        .set("person_informed_of_register", alive ? chance.answer(0.82, 0.08) : null);
    particulars.accept(row);
    row.write();
  }

  private boolean here(LocalDate day) {
    return stay.covers(day) && !day.isAfter(plan.until());
  }
}
