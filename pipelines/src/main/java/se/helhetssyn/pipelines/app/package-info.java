/** The command line. */
@NullMarked
package se.helhetssyn.pipelines.app;

import org.jspecify.annotations.NullMarked;
