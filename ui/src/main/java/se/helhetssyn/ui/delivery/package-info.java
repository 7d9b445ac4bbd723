/** Deliveries by hand: files are received, looked at and handed to a run. */
@NullMarked
package se.helhetssyn.ui.delivery;

import org.jspecify.annotations.NullMarked;
