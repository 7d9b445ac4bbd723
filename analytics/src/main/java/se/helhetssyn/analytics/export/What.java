package se.helhetssyn.analytics.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import se.helhetssyn.analytics.mart.DeliverySchema;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.MartTable;

/** What an export holds. */
public enum What {
  /** One row per figure: the columns of {@code indicator_value} in their published order. */
  INDICATORS(
      MartSchema.INDICATOR_VALUE,
      "indicator_id, definition_version, series, attribution, org_level, org_unit_id,"
          + " period_kind, period_start, stratum, stratum_value, stratum2, stratum2_value,"
          + " figure_id"),
  /** One row per indicator, version of its definition and series. */
  DEFINITIONS(
      "definitions.sql",
      "display_order, indicator_id, definition_version, series_order, series",
      MartSchema.INDICATOR_DEFINITION),
  /**
   * What is known of the deliveries, in sections: {@code ACCOUNT} has one row per file and side
   * where its rows went, {@code CHECK} one per rule and table with its status, {@code FINDING} one
   * per rule, code, file and, in the internal layer, unit. Counts are rows.
   */
  QUALITY(
      "quality.sql",
      "section, table_name, source_file, rule_id, code, treatment, org_unit_id",
      MartSchema.QUALITY_CHECK),
  /**
   * One row per file and table that ever came: the columns of {@code delivery}. Counts are rows.
   */
  DELIVERIES(DeliverySchema.DELIVERY, "delivery_no"),
  /** One row per table, unit and month that was expected and did not come. */
  GAPS(DeliverySchema.DELIVERY_GAP, "table_name, org_unit_id, month"),
  /** One row per figure that is another one than in the generation before. */
  REVISIONS(
      DeliverySchema.FIGURE_REVISION,
      "indicator_id, series, attribution, org_level, org_unit_id, period_kind, period_start,"
          + " stratum, stratum_value"),
  /** One row per table, unit and day: the share of its rows that had been registered by then. */
  DELAYS(DeliverySchema.REGISTRATION_DELAY, "table_name, org_unit_id, day");

  private final String query;
  private final String order;
  private final String table;

  /** Everything that a table holds. */
  What(MartTable table, String order) {
    this.query = "SELECT * FROM mart." + table.name();
    this.order = order;
    this.table = table.name();
  }

  What(String resource, String order, MartTable table) {
    this.query = resource(resource);
    this.order = order;
    this.table = table.name();
  }

  /** The rows, of a layer that is attached as {@code mart}. */
  String query() {
    return query;
  }

  /** Name of the table without which the layer is too old to tell. */
  String table() {
    return table;
  }

  /** The columns that put the rows in the same order every time. */
  String order() {
    return order;
  }

  private static String resource(String name) {
    try (InputStream sql = Objects.requireNonNull(What.class.getResourceAsStream(name), name)) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
