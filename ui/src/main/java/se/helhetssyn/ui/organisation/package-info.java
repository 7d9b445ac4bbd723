/** The served generation and its organisation tree. */
@NullMarked
package se.helhetssyn.ui.organisation;

import org.jspecify.annotations.NullMarked;
