/** The statistics figures are published and judged with. */
@NullMarked
package se.helhetssyn.analytics.stats;

import org.jspecify.annotations.NullMarked;
