/** Which period a page shows, and how it is written in the address. */
@NullMarked
package se.helhetssyn.ui.period;

import org.jspecify.annotations.NullMarked;
