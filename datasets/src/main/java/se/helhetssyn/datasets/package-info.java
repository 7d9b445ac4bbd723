/** Root of the datasets module. */
@org.jspecify.annotations.NullMarked
package se.helhetssyn.datasets;
