/** What every page of figures shares: who may open it, for which node and period, and its head. */
@NullMarked
package se.helhetssyn.ui.page;

import org.jspecify.annotations.NullMarked;
