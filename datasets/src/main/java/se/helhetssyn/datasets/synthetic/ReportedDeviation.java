package se.helhetssyn.datasets.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A deviation in the delivery, as far as other tables depend on it.
 *
 * @param id its id
 * @param category as in the extract
 * @param subcategory as in the extract, or null
 * @param severity 1–4
 * @param occurred when it happened
 */
record ReportedDeviation(
    String id,
    String category,
    @Nullable String subcategory,
    int severity,
    LocalDateTime occurred) {
  LocalDate day() {
    return occurred.toLocalDate();
  }
}
