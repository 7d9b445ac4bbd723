/**
 * The contract: every table and column that may be delivered, read from the one descriptor {@code
 * datapackage.json}, and what derives from it.
 */
@NullMarked
package se.helhetssyn.datasets.contract;

import org.jspecify.annotations.NullMarked;
