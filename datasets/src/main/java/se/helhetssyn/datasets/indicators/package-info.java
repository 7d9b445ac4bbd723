/** The indicator definitions: one YAML file per indicator, beside this class as resources. */
@NullMarked
package se.helhetssyn.datasets.indicators;

import org.jspecify.annotations.NullMarked;
