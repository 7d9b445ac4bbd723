package se.helhetssyn.analytics.mart;

import static java.util.stream.Collectors.joining;

import java.util.Set;

/**
 * The invariant that makes a hidden figure hidden: only a figure with the state {@code VALUE}
 * carries numbers, and a hidden one not even a reason. The same holds for what is told about the
 * quality of deliveries.
 */
public final class NumbersWithoutValue {
  private static final Set<String> NUMBERS = Set.of("BIGINT", "DOUBLE");

  private NumbersWithoutValue() {}

  /**
   * The query that counts figures breaking it; 0 for a sound layer.
   *
   * @param catalog name under which the layer's file is attached
   */
  public static String countQuery(String catalog) {
    String numbers =
        MartSchema.INDICATOR_VALUE.columns().stream()
            .filter(column -> !column.required() && NUMBERS.contains(column.type()))
            .map(MartColumn::name)
            .collect(joining(", "));
    return """
    SELECT count(*) FROM %s.indicator_value
    WHERE (state <> 'VALUE' AND coalesce(%s) IS NOT NULL)
       OR (state = 'SUPPRESSED' AND coalesce(reason, '') <> '')
    """
        .formatted(catalog, numbers);
  }

  /**
   * The query that counts accounts and findings breaking it; 0 for a sound layer.
   *
   * @param catalog name under which the layer's file, of mart schema 2 or later, is attached
   */
  public static String qualityCountQuery(String catalog) {
    return """
    SELECT (SELECT count(*) FROM %1$s.quality_account
            WHERE state <> 'VALUE'
              AND coalesce(trusted, quarantined, duplicates, rejected) IS NOT NULL)
         + (SELECT count(*) FROM %1$s.quality_finding
            WHERE state <> 'VALUE' AND rows_affected IS NOT NULL)
    """
        .formatted(catalog);
  }

  /**
   * The query that counts rows about deliveries over time that break it, and revisions of figures
   * that are hidden on a side; 0 for a sound layer.
   *
   * @param catalog name under which the layer's file, of mart schema 3 or later, is attached
   */
  public static String deliveryCountQuery(String catalog) {
    return """
    SELECT (SELECT count(*) FROM %1$s.delivery
            WHERE state <> 'VALUE'
              AND coalesce(trusted, quarantined, duplicates, rejected) IS NOT NULL)
         + (SELECT count(*) FROM %1$s.delivery_comparison
            WHERE state <> 'VALUE' AND coalesce(alike, changed, added, gone) IS NOT NULL)
         + (SELECT count(*) FROM %1$s.row_change
            WHERE state <> 'VALUE' AND coalesce(added, changed, removed) IS NOT NULL)
         + (SELECT count(*) FROM %1$s.figure_revision
            WHERE 'SUPPRESSED' IN (state_before, state_after)
               OR (state_before <> 'VALUE' AND value_before IS NOT NULL)
               OR (state_after <> 'VALUE' AND value_after IS NOT NULL))
    """
        .formatted(catalog);
  }
}
