package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;

/**
 * A story that the synthetic municipality tells and an analysis should find.
 *
 * @param story IMPROVEMENT, WORSENING, OUTBREAK, DROPPED_CHAIN, CARRIED_ITEMS or INITIATIVE
 * @param unitId the unit it happens at
 * @param unitName its name
 * @param indicators ids of the indicators it shows in
 * @param direction which way they move: UP, DOWN, or WAVE for up and back
 * @param from first day of the change
 * @param to last day of the change
 * @param expected what was planted, in one English sentence
 */
public record PlantedStory(
    String story,
    String unitId,
    String unitName,
    List<String> indicators,
    String direction,
    LocalDate from,
    LocalDate to,
    String expected) {
  public PlantedStory {
    indicators = List.copyOf(indicators);
  }
}
