/** How a command ends when it cannot do what was asked. */
@NullMarked
package se.helhetssyn.pipelines.refusal;

import org.jspecify.annotations.NullMarked;
