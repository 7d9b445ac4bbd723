package se.helhetssyn.datasets.quality;

import java.util.List;

/**
 * One rule that deliveries are held against. Category and context are those of the harmonised terms
 * for data quality by Kahn et al. 2016 (eGEMs 4(1):1244).
 *
 * @param id for example {@code DQ05}
 * @param title Swedish heading
 * @param tables canonical tables that it is about; empty where it is about every table that has
 *     what it looks at
 * @param severity what a breach means for those who use the data
 * @param treatment what is done with a breach unless the finding says otherwise
 * @param scope what it judges
 * @param category what kind of quality it is about
 * @param context whether the yardstick lies within or outside the data
 * @param threshold share of the rows held against it, 0 to 1, above which a check fails
 * @param grounds why this severity and threshold, Swedish
 * @param explanation what is wrong and what was done, Swedish
 * @param toSupplier what the supplier should do, Swedish
 */
public record QualityRule(
    String id,
    String title,
    List<String> tables,
    Severity severity,
    Treatment treatment,
    Scope scope,
    Category category,
    Context context,
    double threshold,
    String grounds,
    String explanation,
    String toSupplier) {
  public QualityRule {
    tables = List.copyOf(tables);
  }

  /** Whether the rule may be held against a canonical table. */
  public boolean concerns(String table) {
    return tables.isEmpty() || tables.contains(table);
  }

  /** What a breach means for those who use the data. */
  public enum Severity {
    /** The data cannot be used as they are. */
    ERROR,
    /** Figures may be off. */
    WARNING,
    /** Good to know. */
    INFO
  }

  /** What a rule judges. */
  public enum Scope {
    /** A delivered file as a whole. */
    FILE,
    /** A row. */
    ROW,
    /** A value of a row. */
    VALUE,
    /** The files of a table against each other. */
    TABLE,
    /** The rows of a unit together. */
    UNIT
  }

  /** Kinds of data quality. */
  public enum Category {
    /** Do values, references and computed values keep to the form agreed upon? */
    CONFORMANCE,
    /** Is what should be there present? */
    COMPLETENESS,
    /** Can it be true? */
    PLAUSIBILITY
  }

  /** Where the yardstick of a rule comes from. */
  public enum Context {
    /** From the delivery, the contract and local knowledge. */
    VERIFICATION,
    /** From a source outside the data, as an instrument's manual or a register. */
    VALIDATION
  }
}
