package se.helhetssyn.pipelines.door;

import se.helhetssyn.datasets.quality.Treatment;

/**
 * What was found in a file as a whole.
 *
 * @param rule id of the rule
 * @param treatment what is done about it
 * @param rows rows that it touches
 */
public record FileFinding(String rule, Treatment treatment, long rows) {}
