package se.helhetssyn.pipelines.door;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.file.FileForm;

/**
 * What the pass over a file gave, before it is held against what was announced.
 *
 * @param form how it is read; empty if it cannot be
 * @param rows data rows counted
 * @param skipped records that are no rows: titles and totals
 * @param encodingMended whether it is written in another way than was announced
 * @param hits identity numbers
 * @param reason why it cannot be read
 */
record Seen(
    Optional<FileForm> form,
    long rows,
    long skipped,
    boolean encodingMended,
    List<IdentityHits> hits,
    Optional<ArrivedFile.TurnedAway> reason) {}
