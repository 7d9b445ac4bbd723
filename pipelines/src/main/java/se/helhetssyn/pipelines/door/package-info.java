/**
 * What happens to a delivered file before any of its rows is read: one pass over its bytes finds
 * its digest, encoding and form, and whether it must be turned away.
 */
@NullMarked
package se.helhetssyn.pipelines.door;

import org.jspecify.annotations.NullMarked;
