/** Reads other layouts as canonical tables, as a mapping file says. */
@NullMarked
package se.helhetssyn.pipelines.mapping;

import org.jspecify.annotations.NullMarked;
