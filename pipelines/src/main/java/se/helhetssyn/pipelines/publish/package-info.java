/** Makes a generation of the mart and moves the pointer to it. */
@NullMarked
package se.helhetssyn.pipelines.publish;

import org.jspecify.annotations.NullMarked;
