package se.helhetssyn.pipelines.intake;

/**
 * Two full loads of a source that follow each other by time of extraction, whatever the order they
 * came in: what became of the rows (counts of keys, within what the newer one covers).
 *
 * @param table canonical table
 * @param sourceSystem where both come from
 * @param older id of the older extract
 * @param newer id of the newer one
 * @param alike keys in both with the same content
 * @param changed keys in both with different content
 * @param added keys in the newer one only
 * @param gone keys in the older one only
 */
public record DeliveryComparison(
    String table,
    String sourceSystem,
    String older,
    String newer,
    long alike,
    long changed,
    long added,
    long gone) {}
