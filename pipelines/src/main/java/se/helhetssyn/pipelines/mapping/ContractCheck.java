package se.helhetssyn.pipelines.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Holds single values against the contract without an engine. It is stricter than screening: what a
 * run would put right by itself (decimal commas, numbers of days, free text among codes) is for the
 * mapping to say. Other names of a code are taken, as screening takes them.
 */
final class ContractCheck {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,14}([.][0-9]{1,4})?");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "([T ]([0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)(Z|[+-][0-9]{2}:[0-9]{2})?)?");

  private final List<FieldSchema> fields;
  private final List<Optional<Pattern>> patterns;

  ContractCheck(TableSchema schema) {
    fields = schema.fields();
    patterns =
        fields.stream().map(f -> Optional.ofNullable(f.pattern()).map(Pattern::compile)).toList();
  }

  /** What is wrong with a value. */
  enum Fault {
    REQUIRED,
    TYPE,
    CODE,
    RANGE,
    PATTERN
  }

  /** A fault and the column it is in. */
  record Found(FieldSchema field, Fault fault) {}

  /** Every fault of a row, in the order of its columns. */
  List<Found> faults(List<@Nullable String> row) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      FieldSchema field = fields.get(i);
      fault(field, patterns.get(i), row.get(i))
          .ifPresent(fault -> found.add(new Found(field, fault)));
    }
    return found;
  }

  private static Optional<Fault> fault(
      FieldSchema field, Optional<Pattern> pattern, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return field.required() ? Optional.of(Fault.REQUIRED) : Optional.empty();
    }
    if (!isOfType(field, value)) {
      return Optional.of(Fault.TYPE);
    }
    if (!isCode(field, value)) {
      return Optional.of(Fault.CODE);
    }
    if (!isWithin(field, value)) {
      return Optional.of(Fault.RANGE);
    }
    boolean fits = pattern.isEmpty() || pattern.get().matcher(value).matches();
    return fits ? Optional.empty() : Optional.of(Fault.PATTERN);
  }

  private static boolean isCode(FieldSchema field, String value) {
    return field.codes().isEmpty()
        || field.codes().contains(value)
        || field.aliases().containsKey(value);
  }

  private static boolean isOfType(FieldSchema field, String value) {
    return switch (field.type()) {
      case STRING -> true;
      case INTEGER -> INTEGER.matcher(value).matches();
      case DECIMAL -> DECIMAL.matcher(value).matches();
      case BOOLEAN -> value.equals("true") || value.equals("false");
      case DATE -> value.length() == 10 && isTime(value);
      case TIMESTAMP -> isTime(value);
    };
  }

  private static boolean isTime(String value) {
    Matcher matcher = TIMESTAMP.matcher(value);
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalDate.parse(matcher.group(1));
      String time = matcher.group(3);
      return time == null || LocalTime.parse(time) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isWithin(FieldSchema field, String value) {
    if (field.minimum() == null && field.maximum() == null) {
      return true;
    }
    BigDecimal number = new BigDecimal(value);
    return (field.minimum() == null || number.compareTo(field.minimum()) >= 0)
        && (field.maximum() == null || number.compareTo(field.maximum()) <= 0);
  }
}
