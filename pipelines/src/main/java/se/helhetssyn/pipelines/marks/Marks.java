package se.helhetssyn.pipelines.marks;

import java.util.List;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.Finding;

/**
 * What the rules over several rows and tables found.
 *
 * @param findings marks per rule, code, table, file and unit. A pair of rows, a unit and a month of
 *     a unit count as one; the file is empty where a unit's rows come from several
 * @param checked what each rule was held against, counted as its findings are: rows, units, months
 *     of units, references; for pairs it is the rows that can be of one. None for a rule whose
 *     tables were not all delivered
 */
public record Marks(List<Finding> findings, List<CheckedRows> checked) {
  public Marks {
    findings = List.copyOf(findings);
    checked = List.copyOf(checked);
  }
}
