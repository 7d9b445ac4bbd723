package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The three stories planted in the municipality, each at a unit of its own:
 *
 * <ol>
 *   <li><b>Improvement.</b> At a residential unit about 45 % of the conferences have all
 *       professions (C03) and about 45 % of the plans that need it are revised in time (P05) until
 *       twelve months before the end; both then rise evenly to about 90 % in nine months and stay
 *       there.
 *   <li><b>Worsening.</b> At a home-care unit the time to close a deviation lengthens from half
 *       closed within 24 days to half within 110, evenly over six months that begin nine months
 *       before the end, so that fewer are closed within 60 days (A03).
 *   <li><b>Outbreak.</b> A residential unit has six weeks of infections, beginning when seven
 *       tenths of the period have passed: many deviations of category INFECTION, more deaths,
 *       conferences cancelled with reason OUTBREAK and risk assessments declined or put off.
 * </ol>
 */
final class Stories {
  private static final int OUTBREAK_DAYS = 42;

  private final Unit improving;
  private final Unit worsening;
  private final Unit struck;
  private final LocalDate improvesFrom;
  private final LocalDate worsensFrom;
  private final LocalDate outbreakFrom;
  private final LocalDate until;

  Stories(MunicipalityPlan plan, Organisation organisation) {
    List<Unit> residential = organisation.units(UnitType.RESIDENTIAL_CARE);
    List<Unit> homeCare = organisation.units(UnitType.HOME_CARE);
    improving = residential.get(residential.size() / 3);
    struck = residential.get(residential.size() * 2 / 3);
    worsening = homeCare.get(homeCare.size() / 2);
    until = plan.until();
    improvesFrom = until.plusDays(1).minusMonths(12);
    worsensFrom = until.plusDays(1).minusMonths(9);
    outbreakFrom = plan.from().plusDays(ChronoUnit.DAYS.between(plan.from(), until) * 7 / 10);
  }

  List<PlantedStory> told() {
    return List.of(
        new PlantedStory(
            "IMPROVEMENT",
            improving.id(),
            improving.name(),
            List.of("C03", "P05"),
            "UP",
            improvesFrom,
            until,
            "From about 45 % to about 90 %, rising for nine months."),
        new PlantedStory(
            "WORSENING",
            worsening.id(),
            worsening.name(),
            List.of("A03"),
            "DOWN",
            worsensFrom,
            until,
            "Half closed within 24 days before, within 110 after six months."),
        new PlantedStory(
            "OUTBREAK",
            struck.id(),
            struck.name(),
            List.of("A01", "C01", "V02"),
            "WAVE",
            outbreakFrom,
            outbreakFrom.plusDays(OUTBREAK_DAYS - 1),
            "Infections, deaths, cancelled conferences and declined assessments for six weeks."));
  }

  /** Days between conferences; the improving unit meets often enough for its story to be seen. */
  int conferenceInterval(Unit unit) {
    return unit.equals(improving) ? 7 : unit.habits().conferenceInterval();
  }

  double teamComplete(Unit unit, LocalDate day) {
    return unit.equals(improving) ? improved(day) : unit.habits().teamComplete();
  }

  double revisedInTime(Unit unit, LocalDate day) {
    return unit.equals(improving) ? improved(day) : unit.habits().revisedInTime();
  }

  double medianClosingDays(Unit unit, LocalDate day) {
    return unit.equals(worsening)
        ? between(24, 110, progress(worsensFrom, 6, day))
        : unit.habits().medianClosingDays();
  }

  boolean inOutbreak(Unit unit, LocalDate day) {
    return unit.equals(struck)
        && !day.isBefore(outbreakFrom)
        && day.isBefore(outbreakFrom.plusDays(OUTBREAK_DAYS));
  }

  Unit struck() {
    return struck;
  }

  LocalDate outbreakFrom() {
    return outbreakFrom;
  }

  /** First day after the outbreak. */
  LocalDate outbreakTo() {
    return outbreakFrom.plusDays(OUTBREAK_DAYS);
  }

  private double improved(LocalDate day) {
    return between(0.45, 0.92, progress(improvesFrom, 9, day));
  }

  /** 0 before the change, 1 when its months have passed, evenly in between. */
  private static double progress(LocalDate from, int months, LocalDate day) {
    double days = ChronoUnit.DAYS.between(from, from.plusMonths(months));
    return Math.clamp(ChronoUnit.DAYS.between(from, day) / days, 0, 1);
  }

  private static double between(double before, double after, double progress) {
    return before + (after - before) * progress;
  }
}
