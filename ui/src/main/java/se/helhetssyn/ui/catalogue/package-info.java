/** What every indicator counts and how it is to be read, as the definitions tell it. */
@NullMarked
package se.helhetssyn.ui.catalogue;

import org.jspecify.annotations.NullMarked;
