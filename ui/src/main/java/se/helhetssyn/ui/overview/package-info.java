/** The first page: every indicator as a card. */
@NullMarked
package se.helhetssyn.ui.overview;

import org.jspecify.annotations.NullMarked;
