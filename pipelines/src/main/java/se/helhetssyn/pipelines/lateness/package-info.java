/** How late rows are registered: the share that has come so many days after the event. */
@NullMarked
package se.helhetssyn.pipelines.lateness;

import org.jspecify.annotations.NullMarked;
