package se.helhetssyn.analytics.export;

/** What an export holds. */
public enum What {
  /** One row per figure: the columns of {@code indicator_value} in their published order. */
  INDICATORS(
      "indicators.sql",
      "indicator_id, definition_version, series, attribution, org_level, org_unit_id,"
          + " period_kind, period_start, stratum, stratum_value, stratum2, stratum2_value,"
          + " figure_id"),
  /** One row per indicator, version of its definition and series. */
  DEFINITIONS(
      "definitions.sql", "display_order, indicator_id, definition_version, series_order, series"),
  /**
   * What is known of the deliveries, in sections: {@code ACCOUNT} has one row per file and side
   * where its rows went, {@code CHECK} one per rule and table with its status, {@code FINDING} one
   * per rule, code, file and, in the internal layer, unit. Counts are rows.
   */
  QUALITY("quality.sql", "section, table_name, source_file, rule_id, code, treatment, org_unit_id");

  private final String resource;
  private final String order;

  What(String resource, String order) {
    this.resource = resource;
    this.order = order;
  }

  String resource() {
    return resource;
  }

  /** The columns that put the rows in the same order every time. */
  String order() {
    return order;
  }
}
