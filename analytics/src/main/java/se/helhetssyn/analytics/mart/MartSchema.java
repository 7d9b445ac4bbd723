package se.helhetssyn.analytics.mart;

import static se.helhetssyn.analytics.mart.MartColumn.optional;
import static se.helhetssyn.analytics.mart.MartColumn.required;

import java.util.List;
import java.util.stream.Stream;

/**
 * The only declaration of the mart's tables, with {@link DeliverySchema}. A layer's file holds all
 * of them but those that are internal only.
 */
public final class MartSchema {
  /** Raised when a column changes; readers take the last two. */
  public static final int VERSION = 4;

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

  /**
   * One row per indicator and version of its definition; {@code definition} is its full text, and
   * {@code core} whether the quarterly screen shows it (not told before schema version 4).
   */
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
              required("definition", "VARCHAR"),
              optional("core", "BOOLEAN")),
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

  /** One row per rule that deliveries are held against: what a finding's id means. */
  public static final MartTable QUALITY_RULE =
      new MartTable(
          "quality_rule",
          List.of(
              required("rule_id", "VARCHAR"),
              required("display_order", "INTEGER"),
              required("title", "VARCHAR"),
              optional("tables", "VARCHAR"),
              required("severity", "VARCHAR"),
              required("treatment", "VARCHAR"),
              required("scope", "VARCHAR"),
              required("category", "VARCHAR"),
              required("context", "VARCHAR"),
              required("threshold", "DOUBLE"),
              required("grounds", "VARCHAR"),
              required("explanation", "VARCHAR"),
              required("to_supplier", "VARCHAR")),
          false);

  /**
   * One row per delivered file: where its rows went (counts). Where any of the four sides is about
   * too few persons to be told, all four are {@code SUPPRESSED}, since what came gives the rest.
   */
  public static final MartTable QUALITY_ACCOUNT =
      new MartTable(
          "quality_account",
          List.of(
              required("table_name", "VARCHAR"),
              required("source_file", "VARCHAR"),
              optional("extract_id", "VARCHAR"),
              required("source_system", "VARCHAR"),
              optional("delivered", "BIGINT"),
              optional("trusted", "BIGINT"),
              optional("quarantined", "BIGINT"),
              optional("duplicates", "BIGINT"),
              optional("rejected", "BIGINT"),
              required("state", "VARCHAR")),
          false);

  /**
   * One row per rule, code, file, treatment and, in the internal layer alone, unit: how many rows
   * broke the rule; none told where they are about too few persons ({@code SUPPRESSED}).
   */
  public static final MartTable QUALITY_FINDING =
      new MartTable(
          "quality_finding",
          List.of(
              required("rule_id", "VARCHAR"),
              required("code", "VARCHAR"),
              required("table_name", "VARCHAR"),
              required("source_file", "VARCHAR"),
              optional("org_unit_id", "VARCHAR"),
              required("treatment", "VARCHAR"),
              optional("rows_affected", "BIGINT"),
              optional("fewer_than", "BIGINT"),
              required("state", "VARCHAR")),
          false);

  /**
   * One row per rule and canonical table: how many rows it was held against, and whether that
   * failed through a fault of its own. Outside the internal layer the rows of tables about persons
   * are rounded up to whole tens.
   */
  public static final MartTable QUALITY_CHECK =
      new MartTable(
          "quality_check",
          List.of(
              required("rule_id", "VARCHAR"),
              required("table_name", "VARCHAR"),
              required("rows_checked", "BIGINT"),
              required("broken", "BOOLEAN")),
          false);

  /** Every table, in the order they are made. */
  public static final List<MartTable> TABLES =
      Stream.concat(
              Stream.of(
                  INDICATOR_VALUE,
                  DURATION_HISTOGRAM,
                  CELL_SUPPORT,
                  ORG_UNIT,
                  INDICATOR_DEFINITION,
                  INDICATOR_SERIES,
                  QUALITY_RULE,
                  QUALITY_ACCOUNT,
                  QUALITY_FINDING,
                  QUALITY_CHECK),
              DeliverySchema.TABLES.stream())
          .toList();

  private MartSchema() {}

  /** The tables a layer's file holds. */
  public static List<MartTable> tables(Layer layer) {
    return TABLES.stream().filter(t -> layer == Layer.INTERNAL || !t.internalOnly()).toList();
  }
}
