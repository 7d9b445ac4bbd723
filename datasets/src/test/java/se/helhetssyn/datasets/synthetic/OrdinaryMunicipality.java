package se.helhetssyn.datasets.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ordinary municipality, made once for all tests that look at it. */
final class OrdinaryMunicipality {
  static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  static final MunicipalityPlan PLAN = MunicipalityPlan.ordinary(UNTIL);
  static final Path DIR = folder();
  static final List<String> PROGRESS = new ArrayList<>();
  static final Ledger LEDGER = SyntheticMunicipality.write(PLAN, DIR, PROGRESS::add);
  static final Deliveries DELIVERIES = read();

  private OrdinaryMunicipality() {}

  /** The story of that name. */
  static PlantedStory story(String name) {
    return LEDGER.stories().stream()
        .filter(story -> story.story().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("ordinary");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Deliveries read() {
    try {
      Deliveries deliveries = Deliveries.read(DIR);
      for (String column :
          List.of(
              "conference_participant (conference_id)",
              "plan (person_key)",
              "plan_revision (plan_id)",
              "risk_cause (assessment_id)",
              "preventive_action (assessment_id)",
              "action_followup (assessment_id)",
              "risk_assessment (person_key)",
              "outcome_event (person_key)",
              "enrolment (person_key)",
              "absence (enrolment_id)",
              "conference (org_unit_id)")) {
        deliveries.execute("CREATE INDEX ON " + column);
      }
      return deliveries;
    } catch (SQLException e) {
      throw new IllegalStateException("the ordinary municipality cannot be read", e);
    }
  }
}
