/** Root of the ui module. */
@org.jspecify.annotations.NullMarked
package se.helhetssyn.ui;
