/** Root of the pipelines module. */
@org.jspecify.annotations.NullMarked
package se.helhetssyn.pipelines;
