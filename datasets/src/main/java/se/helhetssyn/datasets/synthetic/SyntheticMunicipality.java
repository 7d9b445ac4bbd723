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
    stories = new Stories(plan, organisation);
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
      organisation.write(extract);
      List<List<Stay>> stays = people(extract);
      for (Unit unit : organisation.units()) {
        unit(extract, unit, stays.get(unit.index()));
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
        Stream.generate(() -> (List<Stay>) new ArrayList<Stay>()).limit(plan.units()).toList();
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
        "Skapar " + unit.name() + " (" + (unit.index() + 1) + " av " + plan.units() + ")");
    List<Conference> conferences = ConferenceCalendar.of(plan, stories, unit);
    var conferenceRows = new ConferenceRows(plan, stories, unit, extract);
    var cases = new CaseRows(plan, unit, stays, extract);
    for (Conference conference : conferences) {
      conferenceRows.write(conference);
      if (conference.held()) {
        cases.write(conference);
      }
    }
    var deviations = new DeviationHistory(plan, stories, unit, conferences, extract);
    for (Stay stay : stays) {
      new PlanHistory(plan, stories, unit, stay, extract).write(cases.of(stay));
      if (stay.care().inScope()) {
        new AssessmentHistory(plan, stories, unit, stay, extract).write(cases.of(stay));
      }
      deviations.write(stay);
    }
    deviations.writeCommon();
  }
}
