/** The first page: every indicator of the core as a card. */
@NullMarked
package se.helhetssyn.ui.overview;

import org.jspecify.annotations.NullMarked;
