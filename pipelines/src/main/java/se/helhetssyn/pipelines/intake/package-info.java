/** Takes delivered files in: every row is read with declared types, screened and accounted for. */
@NullMarked
package se.helhetssyn.pipelines.intake;

import org.jspecify.annotations.NullMarked;
