package se.helhetssyn.datasets.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the extracts of an invented municipality: one canonical CSV file per table of the
 * descriptor, with the faults that the plan asks for. Assessments and plans reach nine months
 * further back than the delivery's first day, so that its first figures are true.
 */
public final class SyntheticMunicipality {
  private final MunicipalityPlan plan;
  private final Organisation organisation;
  private final Stories stories;
  private final LifeCourse lives;
  private final Consumer<String> progress;

  private SyntheticMunicipality(MunicipalityPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
    organisation = new Organisation(plan);
    stories = new Stories(plan, organisation.cast());
    lives = new LifeCourse(plan, organisation, stories);
  }

  /**
   * Writes the municipality's files and {@code ledger.json} into a folder, which is made if it does
   * not exist; files of the same names are replaced. The same plan gives the same bytes.
   *
   * @param progress is told in Swedish what is being done
   * @return what was made and planted
   */
  public static Ledger write(MunicipalityPlan plan, Path out, Consumer<String> progress) {
    try {
      return new SyntheticMunicipality(plan, progress).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Filerna kan inte skrivas till " + out, e);
    }
  }

  private Ledger write(Path out) throws IOException {
    Ledger ledger;
    try (var extract = new Extract(plan, out)) {
      var initiatives = new InitiativeRows(plan, organisation.cast(), stories, extract);
      new OrganisationRows(plan, organisation, stories, extract).write();
      initiatives.write();
      List<List<Stay>> stays = people(extract);
      for (Unit unit : organisation.units()) {
        List<Stay> own = stays.get(unit.index());
        unit(extract, unit, own);
        own.forEach(stay -> initiatives.write(unit, stay));
      }
      ledger = extract.finish(stories.told());
    }
    Files.writeString(out.resolve("ledger.json"), ledger.toJson());
    return ledger;
  }

  /** Writes persons and enrolments and keeps the stays alone, by unit. */
  private List<List<Stay>> people(Extract extract) {
    progress.accept("Skapar " + lives.persons() + " personer");
    List<List<Stay>> stays =
        Stream.generate(() -> (List<Stay>) new ArrayList<Stay>())
            .limit(organisation.units().size())
            .toList();
    var rows = new PersonRows(plan, organisation, extract);
    for (int person = 0; person < lives.persons(); person++) {
      Life life = lives.of(person);
      rows.write(life);
      life.stays().forEach(stay -> stays.get(stay.unit()).add(stay));
    }
    return stays;
  }

  private void unit(Extract extract, Unit unit, List<Stay> stays) {
    progress.accept(
        "Skapar %s (%d av %d)"
            .formatted(unit.name(), unit.index() + 1, organisation.units().size()));
    List<Conference> conferences = ConferenceCalendar.of(plan, stories, unit);
    var cases = new CaseRows(plan, unit, stays, extract);
    List<MinutesRows.Minutes> minutes = conferences(extract, unit, conferences, cases);
    new MinutesRows(plan, stories, unit, minutes, extract).write();
    var deviations = new DeviationHistory(plan, stories, unit, conferences, extract);
    for (Stay stay : stays) {
      stay(extract, unit, stay, cases.of(stay), deviations.write(stay));
    }
    deviations.writeCommon();
    new DevelopmentRows(plan, stories, unit, extract).write(deviations.serious());
  }

  private List<MinutesRows.Minutes> conferences(
      Extract extract, Unit unit, List<Conference> conferences, CaseRows cases) {
    List<MinutesRows.Minutes> minutes = new ArrayList<>();
    var earlier = rows(extract, unit, "earlier conference");
    var rows = rows(extract, unit, "conference");
    for (Conference conference : conferences) {
      (conference.day().isBefore(plan.from()) ? earlier : rows).write(conference);
      if (conference.held()) {
        minutes.add(new MinutesRows.Minutes(conference, cases.write(conference)));
      }
    }
    return minutes;
  }

  private ConferenceRows rows(Extract extract, Unit unit, String stream) {
    return new ConferenceRows(stories, unit, Chance.of(plan.seed(), stream, unit.index()), extract);
  }

  private void stay(
      Extract extract, Unit unit, Stay stay, List<Case> cases, List<ReportedDeviation> reported) {
    var registers = new RegisterRows(plan, unit, stay, extract);
    new PlanHistory(plan, stories, unit, stay, extract).write(cases);
    if (stay.care().inScope()) {
      new AssessmentHistory(plan, stories, unit, stay, registers, extract).write(cases);
    }
    new OutcomeRows(plan, stories, unit, stay, registers, extract).write(reported);
    if (stay.care().inScope()) {
      registers.writeRest();
    }
  }
}
