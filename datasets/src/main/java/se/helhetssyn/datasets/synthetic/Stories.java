package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stories planted in the municipality, each at a unit of its own. The first three are always
 * told; the others where there are units enough.
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
 *   <li><b>Dropped chain.</b> A residential unit goes on assessing and planning, but from ten
 *       months before the end about a third as many planned actions as before are performed (V06)
 *       and followed up, so that few chains are whole (V08).
 *   <li><b>Carried items.</b> At a residential unit about seven in ten items of the minutes are
 *       resolved by the next conference until nine months before the end, then one in four (D03).
 *   <li><b>Initiative.</b> A preventive team starts at a home-care unit when two thirds of the
 *       period have passed; within two months falls there are two fifths of what they were (V09),
 *       while nothing changes at the unit it is compared with.
 * </ol>
 */
final class Stories {
  private static final int OUTBREAK_DAYS = 42;

  private final Cast cast;
  private final LocalDate improvesFrom;
  private final LocalDate worsensFrom;
  private final LocalDate slipsFrom;
  private final LocalDate carriesFrom;
  private final LocalDate outbreakFrom;
  private final LocalDate initiativeFrom;
  private final LocalDate until;

  Stories(MunicipalityPlan plan, Cast cast) {
    this.cast = cast;
    until = plan.until();
    improvesFrom = until.plusDays(1).minusMonths(12);
    worsensFrom = until.plusDays(1).minusMonths(9);
    slipsFrom = until.plusDays(1).minusMonths(10);
    carriesFrom = until.plusDays(1).minusMonths(9);
    outbreakFrom = plan.from().plusDays(ChronoUnit.DAYS.between(plan.from(), until) * 7 / 10);
    initiativeFrom = plan.from().plusMonths(plan.months() * 2 / 3);
  }

  List<PlantedStory> told() {
    return Stream.concat(
            Stream.of(improvement(), worsening(), outbreak()),
            Stream.of(
                    cast.slipping().map(this::droppedChain),
                    cast.carrying().map(this::carriedItems),
                    cast.helped().map(this::initiative))
                .flatMap(Optional::stream))
        .toList();
  }

  private PlantedStory improvement() {
    return new PlantedStory(
        "IMPROVEMENT",
        cast.improving().id(),
        cast.improving().name(),
        List.of("C03", "P05"),
        "UP",
        improvesFrom,
        until,
        "From about 45 % to about 90 %, rising for nine months.");
  }

  private PlantedStory worsening() {
    return new PlantedStory(
        "WORSENING",
        cast.worsening().id(),
        cast.worsening().name(),
        List.of("A03"),
        "DOWN",
        worsensFrom,
        until,
        "Half closed within 24 days before, within 110 after six months.");
  }

  private PlantedStory outbreak() {
    return new PlantedStory(
        "OUTBREAK",
        cast.struck().id(),
        cast.struck().name(),
        List.of("A01", "C01", "V02"),
        "WAVE",
        outbreakFrom,
        outbreakTo().minusDays(1),
        "Infections, deaths, cancelled conferences and declined assessments for six weeks.");
  }

  private PlantedStory droppedChain(Unit unit) {
    return new PlantedStory(
        "DROPPED_CHAIN",
        unit.id(),
        unit.name(),
        List.of("V06", "V08"),
        "DOWN",
        slipsFrom,
        until,
        "As many actions are planned, but a third as many are performed and followed up.");
  }

  private PlantedStory carriedItems(Unit unit) {
    return new PlantedStory(
        "CARRIED_ITEMS",
        unit.id(),
        unit.name(),
        List.of("D03"),
        "DOWN",
        carriesFrom,
        until,
        "From about 70 % of the items resolved by the next conference to about 25 %.");
  }

  private PlantedStory initiative(Unit unit) {
    return new PlantedStory(
        "INITIATIVE",
        unit.id(),
        unit.name(),
        List.of("V09"),
        "DOWN",
        initiativeFrom,
        until,
        "Falls sink to about two fifths within two months after the start.");
  }

  /** Days between conferences; the improving unit meets often enough for its story to be seen. */
  int conferenceInterval(Unit unit) {
    return unit.equals(cast.improving()) ? 7 : unit.habits().conferenceInterval();
  }

  double teamComplete(Unit unit, LocalDate day) {
    return unit.equals(cast.improving()) ? improved(day) : unit.habits().teamComplete();
  }

  double revisedInTime(Unit unit, LocalDate day) {
    return unit.equals(cast.improving()) ? improved(day) : unit.habits().revisedInTime();
  }

  double medianClosingDays(Unit unit, LocalDate day) {
    return unit.equals(cast.worsening())
        ? between(24, 110, progress(worsensFrom, 6, day))
        : unit.habits().medianClosingDays();
  }

  boolean inOutbreak(Unit unit, LocalDate day) {
    return unit.equals(cast.struck())
        && !day.isBefore(outbreakFrom)
        && day.isBefore(outbreakFrom.plusDays(OUTBREAK_DAYS));
  }

  Unit struck() {
    return cast.struck();
  }

  LocalDate outbreakFrom() {
    return outbreakFrom;
  }

  /** First day after the outbreak. */
  LocalDate outbreakTo() {
    return outbreakFrom.plusDays(OUTBREAK_DAYS);
  }

  /** Which part of the usual share of actions is performed and followed up. */
  double preventionHolds(Unit unit, LocalDate day) {
    return is(cast.slipping(), unit) ? between(1, 0.33, progress(slipsFrom, 2, day)) : 1;
  }

  /** Chance that an item of the minutes is resolved until a conference on that day. */
  double itemsResolved(Unit unit, double usual, LocalDate day) {
    return is(cast.carrying(), unit) ? between(0.72, 0.25, progress(carriesFrom, 2, day)) : usual;
  }

  /** Chance that a fall happens that would have happened without the initiative. */
  double fallHappens(Unit unit, LocalDate day) {
    return is(cast.helped(), unit) ? between(1, 0.4, progress(initiativeFrom, 2, day)) : 1;
  }

  LocalDate initiativeFrom() {
    return initiativeFrom;
  }

  private static boolean is(Optional<Unit> part, Unit unit) {
    return part.isPresent() && part.get().equals(unit);
  }

  private double improved(LocalDate day) {
    return between(0.45, 0.95, progress(improvesFrom, 9, day));
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
