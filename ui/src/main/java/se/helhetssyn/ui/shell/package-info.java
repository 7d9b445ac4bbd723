/** The frame around every page, and the pages for what cannot be shown. */
@NullMarked
package se.helhetssyn.ui.shell;

import org.jspecify.annotations.NullMarked;
