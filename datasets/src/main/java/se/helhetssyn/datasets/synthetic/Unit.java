package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit and its habits.
 *
 * @param index number of the unit, from 0
 * @param id its id in the extract
 * @param name its name from the first day
 * @param type its type
 * @param orientation whom it is for, as in the extract
 * @param area number of its service area
 * @param habits how it usually works
 * @param opens its first day
 * @param closes the first day it is no more, or null
 */
record Unit(
    int index,
    String id,
    String name,
    UnitType type,
    String orientation,
    int area,
    Habits habits,
    LocalDate opens,
    @Nullable LocalDate closes) {

  Unit closing(LocalDate day) {
    return new Unit(index, id, name, type, orientation, area, habits, opens, day);
  }

  /** The unit's first day in the delivery. */
  LocalDate firstDay(MunicipalityPlan plan) {
    return opens.isAfter(plan.from()) ? opens : plan.from();
  }

  /** Days of the delivery that the unit is open, from its first. */
  int days(MunicipalityPlan plan) {
    LocalDate end = closes == null ? plan.until().plusDays(1) : closes;
    return (int) (end.toEpochDay() - firstDay(plan).toEpochDay());
  }

  boolean open(LocalDate day) {
    return !day.isBefore(opens) && (closes == null || day.isBefore(closes));
  }
}
