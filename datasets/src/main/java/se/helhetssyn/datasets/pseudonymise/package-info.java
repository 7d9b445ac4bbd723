/**
 * The municipality's own program that turns identity numbers into keys before a delivery leaves it;
 * nothing else knows how a key is made.
 */
@NullMarked
package se.helhetssyn.datasets.pseudonymise;

import org.jspecify.annotations.NullMarked;
