package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;

/**
 * A person taken up at a conference, as far as what happens afterwards depends on it.
 *
 * @param id id of the case
 * @param day day of the conference
 * @param revisionNeeded YES, NO or UNKNOWN
 * @param assessmentNeeded YES, NO or UNKNOWN
 */
record Case(String id, LocalDate day, String revisionNeeded, String assessmentNeeded) {}
