package se.helhetssyn.datasets.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name column name, snake case
 * @param type what its values are
 * @param title Swedish heading
 * @param description one Swedish sentence on what the column holds
 * @param required whether a row without a value is rejected
 * @param codes the only values allowed; empty when any value of the type is
 * @param minimum smallest value allowed (inclusive), or null
 * @param maximum largest value allowed (inclusive), or null
 * @param pattern regular expression that the whole value must match, or null
 */
public record FieldSchema(
    String name,
    FieldType type,
    String title,
    String description,
    boolean required,
    List<String> codes,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable String pattern) {
  public FieldSchema {
    codes = List.copyOf(codes);
  }
}
