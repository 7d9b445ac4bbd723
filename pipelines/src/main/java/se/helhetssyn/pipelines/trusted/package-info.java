/** The trusted tables: canonical rows kept with Delta Lake. */
@NullMarked
package se.helhetssyn.pipelines.trusted;

import org.jspecify.annotations.NullMarked;
