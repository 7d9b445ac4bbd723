/** Takes persons and old rows away from everything a store holds, and proves it. */
@NullMarked
package se.helhetssyn.pipelines.removal;

import org.jspecify.annotations.NullMarked;
