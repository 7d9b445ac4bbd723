/** Indicators as data: definitions, their validation as a set, and the queries they become. */
@NullMarked
package se.helhetssyn.analytics.indicator;

import org.jspecify.annotations.NullMarked;
