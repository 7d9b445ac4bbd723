/** Turns trusted rows into cells: counts per organisation node, period and stratum. */
@NullMarked
package se.helhetssyn.pipelines.measure;

import org.jspecify.annotations.NullMarked;
