/** Delivered files as Spark tables of text, read part by part on as many cores as there are. */
@NullMarked
package se.helhetssyn.pipelines.reading;

import org.jspecify.annotations.NullMarked;
