/** Runs of the pipeline that the dashboards start, follow and schedule. */
@NullMarked
package se.helhetssyn.ui.run;

import org.jspecify.annotations.NullMarked;
