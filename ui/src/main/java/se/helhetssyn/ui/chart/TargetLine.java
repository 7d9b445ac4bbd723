package se.helhetssyn.ui.chart;

/**
 * A dashed line across the chart.
 *
 * @param value on the axis
 * @param label written at the line
 */
public record TargetLine(double value, String label) {}
