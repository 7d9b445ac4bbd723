/** The published figures held against a second, hand-written computation of them. */
@NullMarked
package se.helhetssyn.pipelines.agreement;

import org.jspecify.annotations.NullMarked;
