/** Writes what a layer publishes to files for other tools. */
@NullMarked
package se.helhetssyn.analytics.export;

import org.jspecify.annotations.NullMarked;
