/** How the checks of data quality fell out: statuses, and thresholds that may be changed later. */
@NullMarked
package se.helhetssyn.analytics.quality;

import org.jspecify.annotations.NullMarked;
