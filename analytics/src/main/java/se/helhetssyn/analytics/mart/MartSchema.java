package se.helhetssyn.analytics.mart;

import static se.helhetssyn.analytics.mart.MartColumn.optional;
import static se.helhetssyn.analytics.mart.MartColumn.required;

import java.util.List;

/**
 * The only declaration of the mart's tables. A layer's file holds all of them but those that are
 * internal only.
 */
public final class MartSchema {
  /** Raised when a column changes; readers take the last two. */
  public static final int VERSION = 1;

  /** One row per figure: indicator series × attribution × organisation node × period × stratum. */
  public static final MartTable INDICATOR_VALUE =
      new MartTable(
          "indicator_value",
          List.of(
              required("figure_id", "BIGINT"),
              required("indicator_id", "VARCHAR"),
              required("definition_version", "INTEGER"),
              required("series", "VARCHAR"),
              required("attribution", "VARCHAR"),
              required("org_level", "VARCHAR"),
              required("org_unit_id", "VARCHAR"),
              required("period_kind", "VARCHAR"),
              required("period_start", "DATE"),
              required("stratum", "VARCHAR"),
              required("stratum_value", "VARCHAR"),
              optional("stratum2", "VARCHAR"),
              optional("stratum2_value", "VARCHAR"),
              required("value_kind", "VARCHAR"),
              optional("numerator", "BIGINT"),
              optional("denominator", "BIGINT"),
              optional("unknown", "BIGINT"),
              optional("persons", "BIGINT"),
              optional("value", "DOUBLE"),
              optional("lower", "DOUBLE"),
              optional("upper", "DOUBLE"),
              optional("q1", "DOUBLE"),
              optional("q3", "DOUBLE"),
              optional("open_count", "BIGINT"),
              required("state", "VARCHAR"),
              optional("reason", "VARCHAR"),
              required("preliminary", "BOOLEAN")),
          false);

  /** One row per duration figure and whole day: how many closed and how many still open at it. */
  public static final MartTable DURATION_HISTOGRAM =
      new MartTable(
          "duration_histogram",
          List.of(
              required("figure_id", "BIGINT"),
              required("day", "INTEGER"),
              required("closed", "BIGINT"),
              required("censored", "BIGINT")),
          true);

  /** One row per figure with persons behind it: what the small-number rules need (counts). */
  public static final MartTable CELL_SUPPORT =
      new MartTable(
          "cell_support",
          List.of(
              required("figure_id", "BIGINT"),
              required("persons_numerator", "BIGINT"),
              required("persons_rest", "BIGINT"),
              required("largest", "BIGINT"),
              required("second_largest", "BIGINT")),
          true);

  /** One row per organisation node and validity interval {@code [valid_from, valid_to)}. */
  public static final MartTable ORG_UNIT =
      new MartTable(
          "org_unit",
          List.of(
              required("org_unit_id", "VARCHAR"),
              required("name", "VARCHAR"),
              required("level", "VARCHAR"),
              optional("parent_id", "VARCHAR"),
              optional("unit_type", "VARCHAR"),
              optional("orientation", "VARCHAR"),
              optional("provider_form", "VARCHAR"),
              required("valid_from", "DATE"),
              optional("valid_to", "DATE")),
          false);

  /** One row per indicator and version of its definition; {@code definition} is its full text. */
  public static final MartTable INDICATOR_DEFINITION =
      new MartTable(
          "indicator_definition",
          List.of(
              required("indicator_id", "VARCHAR"),
              required("definition_version", "INTEGER"),
              required("display_order", "INTEGER"),
              required("heading", "VARCHAR"),
              required("name", "VARCHAR"),
              required("name_en", "VARCHAR"),
              required("purpose", "VARCHAR"),
              required("counted", "VARCHAR"),
              required("direction", "VARCHAR"),
              optional("target", "DOUBLE"),
              optional("target_source", "VARCHAR"),
              required("maturity_days", "INTEGER"),
              required("definition", "VARCHAR")),
          false);

  /** One row per series of an indicator. */
  public static final MartTable INDICATOR_SERIES =
      new MartTable(
          "indicator_series",
          List.of(
              required("indicator_id", "VARCHAR"),
              required("definition_version", "INTEGER"),
              required("display_order", "INTEGER"),
              required("series", "VARCHAR"),
              required("name", "VARCHAR"),
              required("value_kind", "VARCHAR")),
          false);

  /** One row per canonical table, side and reason: how many rows intake put there (count). */
  public static final MartTable QUALITY_SUMMARY =
      new MartTable(
          "quality_summary",
          List.of(
              required("table_name", "VARCHAR"),
              required("side", "VARCHAR"),
              required("reason", "VARCHAR"),
              required("rows_affected", "BIGINT")),
          false);

  /** Every table, in the order they are made. */
  public static final List<MartTable> TABLES =
      List.of(
          INDICATOR_VALUE,
          DURATION_HISTOGRAM,
          CELL_SUPPORT,
          ORG_UNIT,
          INDICATOR_DEFINITION,
          INDICATOR_SERIES,
          QUALITY_SUMMARY);

  private MartSchema() {}

  /** The tables a layer's file holds. */
  public static List<MartTable> tables(Layer layer) {
    return TABLES.stream().filter(t -> layer == Layer.INTERNAL || !t.internalOnly()).toList();
  }
}
