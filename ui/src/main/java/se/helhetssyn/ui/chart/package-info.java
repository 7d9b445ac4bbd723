/** Charts as Vaadin components; knows nothing of what the product measures. */
@NullMarked
package se.helhetssyn.ui.chart;

import org.jspecify.annotations.NullMarked;
