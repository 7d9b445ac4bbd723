/** One organisation node's page: every indicator over time. */
@NullMarked
package se.helhetssyn.ui.unit;

import org.jspecify.annotations.NullMarked;
