package se.helhetssyn.pipelines.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * How many rows one reason touched.
 *
 * @param table canonical table
 * @param side {@code QUARANTINED}, or {@code FLAGGED} for a row that was kept
 * @param reason the check's code
 * @param rows count
 */
public record QualityCount(String table, String side, String reason, long rows) {

  /** What an intake found, over every file and unit. */
  public static List<QualityCount> of(IntakeJob job) {
    Map<QualityCount, Long> rows = new LinkedHashMap<>();
    for (Finding f : job.findings()) {
      boolean aside = f.treatment() == Treatment.QUARANTINED || f.code().startsWith("FUTURE:");
      String side = aside ? "QUARANTINED" : "FLAGGED";
      rows.merge(new QualityCount(f.table(), side, f.code(), 0), f.rows(), Long::sum);
    }
    return rows.entrySet().stream()
        .map(e ->
            new QualityCount(
                e.getKey().table(), e.getKey().side(), e.getKey().reason(), e.getValue()))
        .toList();
  }
}
