/** The page about deliveries and their quality, and the thresholds that people move. */
@NullMarked
package se.helhetssyn.ui.quality;

import org.jspecify.annotations.NullMarked;
