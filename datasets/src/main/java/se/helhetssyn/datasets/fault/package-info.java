/**
 * Faults as real deliveries have them, planted in files that are being written, and the account of
 * every one of them.
 */
@NullMarked
package se.helhetssyn.datasets.fault;

import org.jspecify.annotations.NullMarked;
