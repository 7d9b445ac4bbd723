package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A time away from a stay, {@code [from, to)}.
 *
 * @param from first day away
 * @param to day of return; may lie after the delivery
 * @param reason as in the extract
 */
record Absence(LocalDate from, LocalDate to, String reason) {
  private static final double DAYS_BETWEEN = 330;
  private static final Mix REASON = Mix.of("HOSPITAL 78, AWAY 19, OTHER 3");

  /**
   * The absences of a stay, in order and without overlap, none on its first or last day. They are a
   * function of the plan and the stay alone.
   */
  static List<Absence> of(MunicipalityPlan plan, Stay stay) {
    List<Absence> absences = new ArrayList<>();
    if (stay.care() == Care.SHORT_TERM) {
      return absences;
    }
    Chance chance = Chance.of(plan.seed(), "absence", stay.person(), stay.startDay());
    LocalDate start = stay.start().isBefore(plan.historyFrom()) ? plan.historyFrom() : stay.start();
    LocalDate last = stay.ended().orElse(plan.until().plusDays(1));
    LocalDate from = start.plusDays(1 + chance.exponentialDays(DAYS_BETWEEN));
    while (from.isBefore(last)) {
      LocalDate back = from.plusDays(1 + chance.logNormalDays(4.5, 0.8));
      boolean cut = stay.ended().isPresent() && back.isAfter(last);
      absences.add(new Absence(from, cut ? last : back, REASON.pick(chance)));
      from = back.plusDays(1 + chance.exponentialDays(DAYS_BETWEEN));
    }
    return absences;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }
}
