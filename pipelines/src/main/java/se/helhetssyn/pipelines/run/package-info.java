/** One run from delivery to published generation: its lock, its log, its order. */
@NullMarked
package se.helhetssyn.pipelines.run;

import org.jspecify.annotations.NullMarked;
