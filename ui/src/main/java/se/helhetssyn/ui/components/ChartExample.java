package se.helhetssyn.ui.components;

import se.helhetssyn.ui.chart.ChartConfig;

/**
 * A chart in one of its states.
 *
 * @param state the state in words
 */
record ChartExample(String state, ChartConfig chart) {}
