package se.helhetssyn.datasets.fault;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * A fault that starts at one row.
 *
 * @param fits whether a sound row can carry it
 * @param plant spoils the row; it may add rows and change later ones
 */
record RowFault(
    String rule,
    String table,
    boolean common,
    Treatment expected,
    String done,
    BiPredicate<Row, Planting> fits,
    BiConsumer<Row, Planting> plant)
    implements Fault {}
