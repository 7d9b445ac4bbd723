/** Units of one type beside each other for one indicator and period, never ranked. */
@NullMarked
package se.helhetssyn.ui.compare;

import org.jspecify.annotations.NullMarked;
