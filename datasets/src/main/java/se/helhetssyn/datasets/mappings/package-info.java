/**
 * What belongs to the shipped mappings: Swedish words for the contract, and spreadsheet templates.
 */
@NullMarked
package se.helhetssyn.datasets.mappings;

import org.jspecify.annotations.NullMarked;
