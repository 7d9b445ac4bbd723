package se.helhetssyn.pipelines.intake;

import se.helhetssyn.datasets.quality.Treatment;

/**
 * One thing that rows are screened for.
 *
 * @param code what is wrong with a row that fails
 * @param rule id of the rule it is a case of
 * @param treatment what is done about it
 * @param applies SQL condition: the rows it is about
 * @param fails SQL condition: the rows that fail; NULL is no failure
 */
record Check(String code, String rule, Treatment treatment, String applies, String fails) {}
