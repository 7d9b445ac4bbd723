/** An indicator over time in words and as a trend, shared by every view that shows one. */
@NullMarked
package se.helhetssyn.ui.indicator;

import org.jspecify.annotations.NullMarked;
