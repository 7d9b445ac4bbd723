/** The small expression language that definitions and rules are written in. */
@NullMarked
package se.helhetssyn.analytics.expression;

import org.jspecify.annotations.NullMarked;
