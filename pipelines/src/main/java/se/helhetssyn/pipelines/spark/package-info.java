/** The Spark session the jobs share. */
@NullMarked
package se.helhetssyn.pipelines.spark;

import org.jspecify.annotations.NullMarked;
