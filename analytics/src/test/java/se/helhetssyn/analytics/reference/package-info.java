/** Finds the known answers that formulas are held against; they are not part of the project. */
@NullMarked
package se.helhetssyn.analytics.reference;

import org.jspecify.annotations.NullMarked;
