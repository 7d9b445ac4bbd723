package se.helhetssyn.analytics.mart;

import static se.helhetssyn.analytics.mart.MartColumn.optional;
import static se.helhetssyn.analytics.mart.MartColumn.required;

import java.util.List;

/**
 * The part of the {@linkplain MartSchema mart's tables} that tells of deliveries over time. All of
 * them came with version 3. Outside the internal layer none names a unit's rows, and none tells a
 * count of rows about fewer persons than the layer's k.
 */
public final class DeliverySchema {
  /**
   * One row per file and canonical table that ever came, in the order they came. Where any of the
   * four sides is about too few persons to be told, all four are {@code SUPPRESSED}. Outside the
   * internal layer counts of tables about persons are rounded up to whole tens, so that two files
   * that follow each other do not tell what one person adds. Days are inclusive; instants are ISO
   * 8601 text.
   */
  public static final MartTable DELIVERY =
      new MartTable(
          "delivery",
          List.of(
              required("delivery_no", "INTEGER"),
              required("run", "VARCHAR"),
              required("loaded_at", "VARCHAR"),
              required("source_file", "VARCHAR"),
              required("table_name", "VARCHAR"),
              required("source_system", "VARCHAR"),
              required("extract_id", "VARCHAR"),
              required("extracted_at", "VARCHAR"),
              required("announced", "BOOLEAN"),
              required("full_load", "BOOLEAN"),
              optional("root_org_unit_id", "VARCHAR"),
              optional("period_from", "DATE"),
              optional("period_to", "DATE"),
              required("taken", "BOOLEAN"),
              optional("delivered", "BIGINT"),
              optional("trusted", "BIGINT"),
              optional("quarantined", "BIGINT"),
              optional("duplicates", "BIGINT"),
              optional("rejected", "BIGINT"),
              required("state", "VARCHAR")),
          false);

  /**
   * One row per pair of full loads of one source and table that follow each other by time of
   * extraction: what became of the keys (counts). Where any of them is about too few persons to be
   * told, all are {@code SUPPRESSED}.
   */
  public static final MartTable DELIVERY_COMPARISON =
      new MartTable(
          "delivery_comparison",
          List.of(
              required("table_name", "VARCHAR"),
              required("source_system", "VARCHAR"),
              required("older_extract_id", "VARCHAR"),
              required("newer_extract_id", "VARCHAR"),
              optional("alike", "BIGINT"),
              optional("changed", "BIGINT"),
              optional("added", "BIGINT"),
              optional("gone", "BIGINT"),
              required("state", "VARCHAR")),
          false);

  /**
   * How the run changed the trusted rows, per table and month of the rows' day and, in the internal
   * layer alone, unit (counts). The unit is null where the rows name none, the month where they
   * have no day. Where any of the three is about too few persons to be told, all are {@code
   * SUPPRESSED}.
   */
  public static final MartTable ROW_CHANGE =
      new MartTable(
          "row_change",
          List.of(
              required("table_name", "VARCHAR"),
              optional("org_unit_id", "VARCHAR"),
              optional("month", "DATE"),
              optional("added", "BIGINT"),
              optional("changed", "BIGINT"),
              optional("removed", "BIGINT"),
              required("state", "VARCHAR")),
          false);

  /**
   * One row per figure of a period that was over when the generation before was made, and whose
   * value or state in this layer is another one now. A figure that is hidden on either side is not
   * among them. The values are null where the state is not {@code VALUE}. Outside the internal
   * layer they are rounded to whole per cent, days and months and to tenths of a rate; they are
   * null for counts, and where the change is about fewer persons than k. {@code cause} is one or
   * more codes, joined by commas.
   */
  public static final MartTable FIGURE_REVISION =
      new MartTable(
          "figure_revision",
          List.of(
              required("indicator_id", "VARCHAR"),
              required("series", "VARCHAR"),
              required("attribution", "VARCHAR"),
              required("org_level", "VARCHAR"),
              required("org_unit_id", "VARCHAR"),
              required("period_kind", "VARCHAR"),
              required("period_start", "DATE"),
              required("stratum", "VARCHAR"),
              required("stratum_value", "VARCHAR"),
              required("value_kind", "VARCHAR"),
              required("version_before", "INTEGER"),
              required("version_after", "INTEGER"),
              required("state_before", "VARCHAR"),
              required("state_after", "VARCHAR"),
              optional("value_before", "DOUBLE"),
              optional("value_after", "DOUBLE"),
              required("cause", "VARCHAR")),
          false);

  /**
   * How complete a table is so many days after the event, from 0 to 120: of the rows that come, the
   * share (0–1) that had been registered by then. The unit is null for the whole organisation, and
   * named in the internal layer alone. {@code rows} is how many rows the curve rests on. Outside
   * the internal layer, of tables about persons, rows are rounded up to whole tens and a step of
   * the curve is at least as high as k rows; a curve of fewer than 10 k rows is not there.
   */
  public static final MartTable REGISTRATION_DELAY =
      new MartTable(
          "registration_delay",
          List.of(
              required("table_name", "VARCHAR"),
              optional("org_unit_id", "VARCHAR"),
              required("day", "INTEGER"),
              required("rows", "BIGINT"),
              required("share", "DOUBLE")),
          false);

  /**
   * One row per indicator: how many days after its last day, and after its rows are mature, a
   * period stays preliminary. {@code slowest_table} is the table that sets them; null where no
   * table of the indicator tells how late its rows are registered.
   */
  public static final MartTable INDICATOR_DELAY =
      new MartTable(
          "indicator_delay",
          List.of(
              required("indicator_id", "VARCHAR"),
              required("delay_days", "INTEGER"),
              optional("slowest_table", "VARCHAR"),
              required("measured", "BOOLEAN")),
          false);

  /** One row per indicator and parameter in force: its own, or one set locally. */
  public static final MartTable INDICATOR_PARAMETER =
      new MartTable(
          "indicator_parameter",
          List.of(
              required("indicator_id", "VARCHAR"),
              required("parameter", "VARCHAR"),
              required("value", "INTEGER")),
          false);

  /**
   * One row per table, unit and month that was expected and did not come: the unit was active, and
   * the table was delivered for others or for another time.
   */
  public static final MartTable DELIVERY_GAP =
      new MartTable(
          "delivery_gap",
          List.of(
              required("table_name", "VARCHAR"),
              required("org_unit_id", "VARCHAR"),
              required("month", "DATE")),
          false);

  /**
   * One row per earlier run, rule and table, as that run's own layer told it: at most the last 59
   * runs. This run's are {@link MartSchema#QUALITY_CHECK} and {@link MartSchema#QUALITY_FINDING}.
   * {@code rows_affected} is null where a part of the rows was too few to be told.
   */
  public static final MartTable QUALITY_RUN =
      new MartTable(
          "quality_run",
          List.of(
              required("run", "VARCHAR"),
              required("published_at", "VARCHAR"),
              required("rule_id", "VARCHAR"),
              required("table_name", "VARCHAR"),
              required("rows_checked", "BIGINT"),
              optional("rows_affected", "BIGINT"),
              required("broken", "BOOLEAN")),
          false);

  /** Every one of them. */
  public static final List<MartTable> TABLES =
      List.of(
          DELIVERY,
          DELIVERY_COMPARISON,
          ROW_CHANGE,
          FIGURE_REVISION,
          REGISTRATION_DELAY,
          INDICATOR_DELAY,
          INDICATOR_PARAMETER,
          DELIVERY_GAP,
          QUALITY_RUN);

  private DeliverySchema() {}
}
