package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person and the stays of the person, in order and without overlap.
 *
 * @param person number of the person
 * @param birthYear year of birth
 * @param sex F or M
 * @param stays one after the other; never empty
 */
record Life(int person, int birthYear, String sex, List<Stay> stays) {
  Optional<LocalDate> death() {
    Stay last = stays.getLast();
    return last.end() == StayEnd.DECEASED ? last.ended() : Optional.empty();
  }
}
