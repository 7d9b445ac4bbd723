/** A delivery: its files, what its manifest says of them and what was found at the door. */
@NullMarked
package se.helhetssyn.pipelines.delivery;

import org.jspecify.annotations.NullMarked;
