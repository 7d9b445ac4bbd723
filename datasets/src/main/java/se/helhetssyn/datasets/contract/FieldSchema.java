package se.helhetssyn.datasets.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
 * @param coded whether its values are codes, so that any other text in it is kept nowhere
 * @param aliases other names of codes → the code that they stand for
 * @param codeRule id of the rule that a code outside the list breaks
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
    @Nullable String pattern,
    boolean coded,
    Map<String, String> aliases,
    String codeRule) {
  /** Rule of every list of codes that names no other. */
  public static final String UNNAMED = "CT03";

  public FieldSchema {
    codes = List.copyOf(codes);
    aliases = Map.copyOf(aliases);
  }

  /** A column without other names of its codes; it holds codes if it has a list of them. */
  public FieldSchema(
      String name,
      FieldType type,
      String title,
      String description,
      boolean required,
      List<String> codes,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      @Nullable String pattern) {
    this(
        name,
        type,
        title,
        description,
        required,
        codes,
        minimum,
        maximum,
        pattern,
        !codes.isEmpty(),
        Map.of(),
        UNNAMED);
  }
}
