/** Root of the analytics module. */
@org.jspecify.annotations.NullMarked
package se.helhetssyn.analytics;
