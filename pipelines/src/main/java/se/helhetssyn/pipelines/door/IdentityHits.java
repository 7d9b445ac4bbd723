package se.helhetssyn.pipelines.door;

import se.helhetssyn.datasets.identity.WrittenForm;

/**
 * How many identity numbers a file holds in one place and one written form.
 *
 * @param column position of the column from 1, also of cells above the header and of totals; 0 for
 *     the file's own name, and for parts of a workbook that are no cells of the sheet that is read
 * @param form how they are written
 * @param count numbers
 */
public record IdentityHits(int column, WrittenForm form, long count) {}
