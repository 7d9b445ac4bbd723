package se.helhetssyn.analytics.quality;

/**
 * A point of the curve of late registration.
 *
 * @param day days since the event, 0–120
 * @param rows how many rows the curve rests on (count); outside the internal layer those of tables
 *     about persons are rounded up to whole tens
 * @param share share (0–1) of the rows that come that had been registered by then
 */
public record DelayPoint(int day, long rows, double share) {}
