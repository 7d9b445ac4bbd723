package se.helhetssyn.pipelines.marks;

import java.util.List;
import se.helhetssyn.pipelines.intake.CheckedRows;
import se.helhetssyn.pipelines.intake.Finding;
import se.helhetssyn.pipelines.intake.SilentMonth;

/**
 * What the rules over several rows and tables found.
 *
 * @param findings marks per rule, code, table, file and unit. A pair of rows, a unit and a month of
 *     a unit count as one; the file is empty where a unit's rows come from several
 * @param checked what each rule was held against, counted as its findings are: rows, units, months
 *     of units, references; for pairs it is the rows that can be of one. None for a rule whose
 *     tables were not all delivered
 * @param silent months of units whose sudden zero is not believed
 */
public record Marks(List<Finding> findings, List<CheckedRows> checked, List<SilentMonth> silent) {
  public Marks {
    findings = List.copyOf(findings);
    checked = List.copyOf(checked);
    silent = List.copyOf(silent);
  }
}
