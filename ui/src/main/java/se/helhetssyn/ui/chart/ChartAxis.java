package se.helhetssyn.ui.chart;

import org.jspecify.annotations.Nullable;

/**
 * The value axis.
 *
 * @param title what is measured, with its unit
 * @param suffix written after each tick, for example {@code " %"}
 * @param max highest value; null to follow the values
 */
public record ChartAxis(String title, String suffix, @Nullable Double max) {}
