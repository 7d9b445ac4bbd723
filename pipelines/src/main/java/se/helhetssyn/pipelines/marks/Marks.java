package se.helhetssyn.pipelines.marks;

import java.util.List;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.Finding;

/**
 * What the rules over several rows and tables found.
 *
 * @param findings marks per rule, code, table, file and unit. A pair of rows, a unit and a month of
 *     a unit count as one; their file is empty where they come from several
 * @param checked what each rule was held against, in the same measure, but for pairs: rows; none
 *     for a rule that needs a table that was not delivered
 */
public record Marks(List<Finding> findings, List<CheckedRows> checked) {
  public Marks {
    findings = List.copyOf(findings);
    checked = List.copyOf(checked);
  }
}
