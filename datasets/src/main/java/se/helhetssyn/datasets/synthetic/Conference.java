package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A conference of a unit.
 *
 * @param id its id
 * @param number its place in the unit's order, from 0
 * @param planned booked start
 * @param status what became of it
 * @param replaces the postponed conference it stands for, or null
 * @param cancelReason why it did not take place, or null
 */
record Conference(
    String id,
    int number,
    LocalDateTime planned,
    Status status,
    @Nullable String replaces,
    @Nullable String cancelReason) {
  enum Status {
    PLANNED,
    HELD,
    CANCELLED,
    POSTPONED
  }

  boolean held() {
    return status == Status.HELD;
  }

  LocalDate day() {
    return planned.toLocalDate();
  }
}
