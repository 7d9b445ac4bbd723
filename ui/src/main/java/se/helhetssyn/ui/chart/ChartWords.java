package se.helhetssyn.ui.chart;

/**
 * Texts of the component's own controls.
 *
 * @param showTable opens the table
 * @param showChart goes back to the chart
 */
public record ChartWords(String showTable, String showChart) {}
