package se.helhetssyn.datasets.fault;

/**
 * What a rule finds though nobody planted it, counted on the rows of the table's own file as they
 * were delivered; exact duplicates count once, broken lines not at all.
 *
 * @param rule id of the rule, DQ01–DQ42
 * @param table the table
 * @param found what is counted, in English
 * @param count how many, planted ones left out; zero is told too
 */
public record NaturalFault(String rule, String table, String found, long count) {}
