package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When and to whom deviations happen at a unit. */
final class DeviationHistory {
  private static final double COMMON_PER_DAY = 0.035;

  private final MunicipalityPlan plan;
  private final Stories stories;
  private final Unit unit;
  private final DeviationRows rows;
  private final List<ReportedDeviation> serious = new ArrayList<>();

  DeviationHistory(
      MunicipalityPlan plan,
      Stories stories,
      Unit unit,
      List<Conference> conferences,
      Extract extract) {
    this.plan = plan;
    this.stories = stories;
    this.unit = unit;
    rows = new DeviationRows(plan, stories, unit, conferences, extract);
  }

  /** What happened to a person: most have few deviations and some have many. */
  List<ReportedDeviation> write(Stay stay) {
    Chance chance = Chance.of(plan.seed(), "deviation", stay.person(), stay.startDay());
    List<Absence> absences = Absence.of(plan, stay);
    List<ReportedDeviation> reported = new ArrayList<>();
    LocalDate first = stay.start().isBefore(plan.from()) ? plan.from() : stay.start();
    LocalDate last = stay.ended().map(day -> day.minusDays(1)).orElse(plan.until());
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    double frailty = chance.logNormal(0.7, 0.85);
    int events = chance.count(unit.habits().deviationsPerDay() * frailty * days);
    for (int i = 0; i < events; i++) {
      LocalDate day = first.plusDays(chance.between(0, days - 1));
      DeviationKind kind = DeviationKind.pick(true, chance);
      boolean away = absences.stream().anyMatch(absence -> absence.covers(day));
      if (!away && happens(kind, day, chance)) {
        write(day, kind, stay, chance).ifPresent(reported::add);
      }
    }
    infections(stay, chance);
    return reported;
  }

  private boolean happens(DeviationKind kind, LocalDate day, Chance chance) {
    return !kind.category().equals("FALL") || chance.happens(stories.fallHappens(unit, day));
  }

  private Optional<ReportedDeviation> write(
      LocalDate day, DeviationKind kind, @Nullable Stay stay, Chance chance) {
    Optional<ReportedDeviation> written = Optional.ofNullable(rows.write(day, kind, stay, chance));
    written.filter(deviation -> deviation.severity() == 4).ifPresent(serious::add);
    return written;
  }

  /** The gravest of those written so far. */
  List<ReportedDeviation> serious() {
    return List.copyOf(serious);
  }

  /** What happened at the unit without touching one person. */
  void writeCommon() {
    Chance chance = Chance.of(plan.seed(), "common deviation", unit.index());
    int days = unit.days(plan);
    int events = chance.count(COMMON_PER_DAY * days);
    for (int i = 0; i < events; i++) {
      LocalDate day = unit.firstDay(plan).plusDays(chance.between(0, days - 1));
      write(day, DeviationKind.pick(false, chance), null, chance);
    }
  }

  /** The outbreak touches most residents, in the middle weeks above all. */
  private void infections(Stay stay, Chance chance) {
    if (unit.equals(stories.struck()) && chance.happens(0.8)) {
      int day = (chance.between(0, 41) + chance.between(0, 41)) / 2;
      LocalDate caught = stories.outbreakFrom().plusDays(day);
      if (stay.covers(caught)) {
        write(caught, DeviationKind.INFECTION, stay, chance);
      }
    }
  }
}
