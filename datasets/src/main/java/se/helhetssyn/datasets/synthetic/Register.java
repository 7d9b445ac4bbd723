package se.helhetssyn.datasets.synthetic;

import java.util.EnumSet;
import java.util.Set;

/** A national quality register, with the names of the extract. */
enum Register {
  SENIOR_ALERT(0.03, 0.80, 3),
  BPSD(0.03, 0.75, 5),
  PALLIATIVE(0.01, 0.82, 14),
  RIKSSAR(0.02, 0.75, 6);

  private static final double SPREAD = 1.1;

  private final double optOut;
  private final double entered;
  private final double medianDelayDays;

  /**
   * @param optOut share of persons who decline the register
   * @param entered share of what should be registered that is
   * @param medianDelayDays half is typed in within that time; a tail takes months
   */
  Register(double optOut, double entered, double medianDelayDays) {
    this.optOut = optOut;
    this.entered = entered;
    this.medianDelayDays = medianDelayDays;
  }

  /** The registers a person has declined: a function of the plan and the person alone. */
  static Set<Register> declined(MunicipalityPlan plan, int person) {
    Chance chance = Chance.of(plan.seed(), "register", person);
    Set<Register> declined = EnumSet.noneOf(Register.class);
    for (Register register : values()) {
      if (chance.happens(register.optOut)) {
        declined.add(register);
      }
    }
    return declined;
  }

  double entered() {
    return entered;
  }

  int delayDays(Chance chance) {
    return chance.logNormalDays(medianDelayDays, SPREAD);
  }
}
