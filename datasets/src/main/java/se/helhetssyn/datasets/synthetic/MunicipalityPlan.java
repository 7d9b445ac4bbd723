package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import se.helhetssyn.datasets.fault.FaultLevel;

/**
 * How large a municipality to make. The constructor throws {@link IllegalArgumentException} with a
 * Swedish sentence if a figure is out of range.
 *
 * @param persons persons in care on an ordinary day, 40–10,000,000; with those who come and go the
 *     person table holds about 1 + months / 29 times as many
 * @param units units, 4–10,000, in service areas of ten
 * @param months length of the delivery, 6–120 whole months
 * @param seed the same plan gives the same bytes
 * @param until last day of the delivery
 * @param faults how many faults to plant; the sound rows are the same at every level
 */
public record MunicipalityPlan(
    int persons, int units, int months, long seed, LocalDate until, FaultLevel faults) {
  public MunicipalityPlan {
    requireRange("Antalet personer", persons, 40, 10_000_000);
    requireRange("Antalet enheter", units, 4, 10_000);
    requireRange("Antalet månader", months, 6, 120);
    if (until.getYear() < 1990 || until.getYear() > 2200) {
      throw new IllegalArgumentException(
          "Sista dagen måste ligga mellan år 1990 och 2200, men är " + until + ".");
    }
  }

  /** Without faults. */
  public MunicipalityPlan(int persons, int units, int months, long seed, LocalDate until) {
    this(persons, units, months, seed, until, FaultLevel.NONE);
  }

  /** A medium-sized municipality: 1,200 persons at 40 units over 36 months, seed 1. */
  public static MunicipalityPlan ordinary(LocalDate until) {
    return new MunicipalityPlan(1_200, 40, 36, 1, until);
  }

  /** First day of the delivery. */
  public LocalDate from() {
    return until.plusDays(1).minusMonths(months);
  }

  /** From here assessments and plans are followed, so that the first month has a past. */
  LocalDate historyFrom() {
    return from().minusDays(275);
  }

  private static void requireRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " måste vara mellan " + least + " och " + most + ", men är " + value + ".");
    }
  }
}
