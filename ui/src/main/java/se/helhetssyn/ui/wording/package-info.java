/** Swedish texts, numbers and dates. */
@NullMarked
package se.helhetssyn.ui.wording;

import org.jspecify.annotations.NullMarked;
