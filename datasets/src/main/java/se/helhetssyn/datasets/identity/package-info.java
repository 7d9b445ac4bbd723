/** Swedish identity numbers as people and programs write them: found, and brought to one form. */
@NullMarked
package se.helhetssyn.datasets.identity;

import org.jspecify.annotations.NullMarked;
