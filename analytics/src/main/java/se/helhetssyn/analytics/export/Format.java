package se.helhetssyn.analytics.export;

/** The form of an exported file. */
public enum Format {
  /**
   * UTF-8 without byte order mark, comma, decimal point, ISO dates, a header; null is empty. A text
   * that a spreadsheet could take for a formula is led by an apostrophe.
   */
  CSV("FORMAT csv, HEADER true, DELIMITER ','"),
  /** Typed columns, texts as they are. */
  PARQUET("FORMAT parquet");

  private final String copyOptions;

  Format(String copyOptions) {
    this.copyOptions = copyOptions;
  }

  String copyOptions() {
    return copyOptions;
  }

  /** A column as it is written, as SQL. */
  String written(String column, boolean text) {
    return this == CSV && text
        ? """
        CASE WHEN left(%1$s, 1) IN ('=', '+', '-', '@', chr(9), chr(13))
          THEN '''' || %1$s ELSE %1$s END AS %1$s\
        """
            .formatted(column)
        : column;
  }
}
