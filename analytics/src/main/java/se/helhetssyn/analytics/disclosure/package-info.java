/** Decides which figures would tell something about a single person. */
@NullMarked
package se.helhetssyn.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
