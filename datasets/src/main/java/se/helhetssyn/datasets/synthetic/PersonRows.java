package se.helhetssyn.datasets.synthetic;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a person, the enrolments of the person's stays and the times away from them. */
final class PersonRows {
  private final MunicipalityPlan plan;
  private final Organisation organisation;
  private final Extract extract;

  PersonRows(MunicipalityPlan plan, Organisation organisation, Extract extract) {
    this.plan = plan;
    this.organisation = organisation;
    this.extract = extract;
  }

  /** Stands for the keyed hash of a municipality: 64 hexadecimal digits that tell nothing. */
  static String key(MunicipalityPlan plan, int person) {
    return Sha256.hex("synthetic person " + plan.seed() + " " + person);
  }

  void write(Life life) {
    Chance chance = Chance.of(plan.seed(), "person row", life.person());
    String key = key(plan, life.person());
    extract
        .table("person")
        .set("person_key", key)
        .set("birth_year", life.birthYear())
        .set("sex", life.sex())
        .set("protected_identity", "NO")
        .set("death_date", life.death().orElse(null))
        .set("register_opt_out", declined(life.person()))
        .set("test_person", "NO")
        .write();
    for (Stay stay : life.stays()) {
      write(key, stay, chance);
      Absence.of(plan, stay).forEach(absence -> write(stay, absence));
    }
  }

  private String declined(int person) {
    return Register.declined(plan, person).stream().map(Register::name).collect(joining(";"));
  }

  /** Away from home care is away from home health care too; it is told once. */
  private void write(Stay stay, Absence absence) {
    boolean back = !absence.to().isAfter(plan.until());
    extract
        .table("absence")
        .set("enrolment_id", enrolmentId(stay, stay.care().social() ? "SOL" : "HSL"))
        .set("from_date", absence.from())
        .set("to_date", back ? absence.to() : null)
        .set("reason", absence.reason())
        .write();
  }

  private void write(String key, Stay stay, Chance chance) {
    Unit unit = organisation.units().get(stay.unit());
    switch (stay.care()) {
      case RESIDENTIAL -> social(key, stay, unit, "RESIDENTIAL", chance);
      case HOME_CARE -> social(key, stay, unit, "HOME_CARE", chance);
      case SHORT_TERM -> social(key, stay, unit, "SHORT_TERM", chance);
      case HOME_HEALTH -> enrolment(key, stay, unit, "HOME_HEALTH", "HSL").write();
      case HOME_CARE_AND_HEALTH -> {
        social(key, stay, unit, "HOME_CARE", chance);
        enrolment(key, stay, organisation.homeHealthOf(unit), "HOME_HEALTH", "HSL").write();
      }
    }
  }

  private void social(String key, Stay stay, Unit unit, String type, Chance chance) {
    boolean homeCare = type.equals("HOME_CARE");
    double hours = chance.logNormal(28, 0.6);
    enrolment(key, stay, unit, type, "SOL")
        .set("contact_worker_assigned_at", soon(stay, 0.92, chance))
        .set("named_care_contact_at", homeCare ? soon(stay, 0.85, chance) : null)
        .set("hours_granted_month", homeCare ? String.format(Locale.ROOT, "%.2f", hours) : null)
        .write();
  }

  private TableWriter enrolment(String key, Stay stay, Unit unit, String type, String law) {
    return extract
        .table("enrolment")
        .set("enrolment_id", enrolmentId(stay, law))
        .set("person_key", key)
        .set("org_unit_id", unit.id())
        .set("enrolment_type", type)
        .set("law", law)
        .set("start_date", stay.start())
        .set("end_date", stay.ended().orElse(null))
        .set("end_reason", stay.end() == StayEnd.ONGOING ? null : stay.end());
  }

  private static String enrolmentId(Stay stay, String law) {
    return "I" + stay.person() + "-" + stay.startDay() + "-" + law;
  }

  private @Nullable LocalDate soon(Stay stay, double share, Chance chance) {
    LocalDate day = stay.start().plusDays(chance.logNormalDays(3, 1));
    boolean known = !day.isAfter(plan.until()) && stay.covers(day);
    return chance.happens(share) && known ? day : null;
  }
}
