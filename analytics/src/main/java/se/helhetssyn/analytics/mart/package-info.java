/**
 * The mart: its schema, the store it lies in, and a reader that follows the published generation.
 */
@NullMarked
package se.helhetssyn.analytics.mart;

import org.jspecify.annotations.NullMarked;
