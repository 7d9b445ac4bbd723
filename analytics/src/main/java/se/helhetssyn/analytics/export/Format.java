package se.helhetssyn.analytics.export;

/** The form of an exported file. */
public enum Format {
  /**
   * UTF-8 without byte order mark, comma, decimal point, ISO dates, a header; null is empty. A text
   * that a spreadsheet could take for a formula is led by an apostrophe.
   */
  CSV(true),
  /** Typed columns, texts as they are. */
  PARQUET(false),
  /**
   * A workbook with one sheet: numbers, dates and truths as such, a header; null is an empty cell.
   * A text that could be taken for a formula is led by an apostrophe, as in CSV.
   */
  XLSX(true),
  /** An Apache Arrow file (IPC, random access) with typed columns, texts as they are. */
  ARROW(false);

  private final boolean opensInSpreadsheet;

  Format(boolean opensInSpreadsheet) {
    this.opensInSpreadsheet = opensInSpreadsheet;
  }

  /** A column as it is written, as SQL. */
  String written(String column, boolean text) {
    return opensInSpreadsheet && text
        ? """
        CASE WHEN left(%1$s, 1) IN ('=', '+', '-', '@', chr(9), chr(13))
          THEN '''' || %1$s ELSE %1$s END AS %1$s\
        """
            .formatted(column)
        : column;
  }
}
