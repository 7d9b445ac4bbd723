package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the items of a unit's minutes: resolved by the next conference, or carried over. */
final class MinutesRows {
  private static final double ITEMS_PER_CONFERENCE = 1.7;
  private static final Mix TOPIC =
      Mix.of(
          "PLAN 28, RISK 20, MEDICATION 14, AID 11, DEVIATION 9, RELATIVE 8, WORK_ENVIRONMENT 4,"
              + " OTHER 6");
  private static final List<String> WITHOUT_PERSON =
      List.of("DEVIATION", "WORK_ENVIRONMENT", "OTHER");
  private static final Mix STATUS = Mix.of("DONE 93, DROPPED 7");

  private final Stories stories;
  private final Unit unit;
  private final List<Minutes> minutes;
  private final Extract extract;
  private final Chance chance;
  private final double resolved;

  MinutesRows(
      MunicipalityPlan plan, Stories stories, Unit unit, List<Minutes> minutes, Extract extract) {
    this.stories = stories;
    this.unit = unit;
    this.minutes = minutes;
    this.extract = extract;
    chance = Chance.of(plan.seed(), "minutes", unit.index());
    resolved = chance.share(0.69, 0.07);
  }

  /**
   * A held conference and what it discussed.
   *
   * @param conference the conference
   * @param cases the cases discussed
   */
  record Minutes(Conference conference, List<Case> cases) {}

  void write() {
    for (int raised = 0; raised < minutes.size(); raised++) {
      for (int item = chance.count(ITEMS_PER_CONFERENCE); item > 0; item--) {
        write(raised);
      }
    }
  }

  private void write(int raised) {
    Minutes source = minutes.get(raised);
    String topic = TOPIC.pick(chance);
    int last = raised + 1;
    while (last < minutes.size() && !chance.happens(resolvedBy(last))) {
      last++;
    }
    TableWriter row = extract.table("followup_item");
    row.set("item_id", "M" + row.rows())
        .set("raised_conference_id", source.conference().id())
        .set("case_id", WITHOUT_PERSON.contains(topic) ? null : anyCase(source))
        .set("topic", topic)
        .set("responsible_role", chance.oneOf(List.of(Role.values())))
        .set("due_date", source.conference().day().plusDays(7L * chance.between(1, 4)))
        .set("times_carried", last - raised - 1);
    if (last < minutes.size()) {
      LocalDate from = minutes.get(last - 1).conference().day();
      Conference conference = minutes.get(last).conference();
      int days = (int) (conference.day().toEpochDay() - from.toEpochDay());
      row.set("status", STATUS.pick(chance))
          .set("resolved_conference_id", conference.id())
          .set("resolved_at", from.plusDays(chance.happens(0.4) ? days : chance.between(1, days)));
    } else {
      row.set("status", last == raised + 1 ? "OPEN" : "CARRIED_OVER");
    }
    row.write();
  }

  private double resolvedBy(int conference) {
    LocalDate day = minutes.get(conference).conference().day();
    return stories.itemsResolved(unit, resolved, day);
  }

  private @Nullable String anyCase(Minutes source) {
    return source.cases().isEmpty() ? null : chance.oneOf(source.cases()).id();
  }
}
