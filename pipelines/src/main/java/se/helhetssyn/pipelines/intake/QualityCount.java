package se.helhetssyn.pipelines.intake;

/**
 * How many rows one reason touched.
 *
 * @param table canonical table
 * @param side {@code QUARANTINED}, or {@code FLAGGED} for a row that was kept
 * @param reason the check's code
 * @param rows count
 */
public record QualityCount(String table, String side, String reason, long rows) {}
