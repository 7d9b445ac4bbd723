/** What a delivery is held against: the rules of data quality and what is done with a breach. */
@NullMarked
package se.helhetssyn.datasets.quality;

import org.jspecify.annotations.NullMarked;
