/**
 * A synthetic municipality: seeded, deterministic extracts in the canonical layout, without faults
 * and with three planted stories (see {@link se.helhetssyn.datasets.synthetic.Stories}).
 */
@NullMarked
package se.helhetssyn.datasets.synthetic;

import org.jspecify.annotations.NullMarked;
