package se.helhetssyn.pipelines.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * A row that a case begins with; columns that it does not name are absent.
 *
 * @param table of the contract or of the run
 * @param values column → text; of moments the instant, of codes the one that the contract has
 */
record GivenRow(String table, Map<String, @Nullable String> values) {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final Pattern ZONED = Pattern.compile(".+(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern ID = Pattern.compile(".+_id|person_key|anchor|node");

  GivenRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A row as a case writes it, held against the contract where that has the table. */
  static GivenRow of(String table, Map<String, @Nullable String> written) {
    Map<String, @Nullable String> values = new LinkedHashMap<>(written);
    ContractTables.CONTRACT.tables().stream()
        .filter(t -> t.name().equals(table))
        .forEach(schema -> values.replaceAll((column, text) -> value(schema, column, text)));
    return new GivenRow(table, values);
  }

  private static @Nullable String value(TableSchema schema, String column, @Nullable String text) {
    FieldSchema field = schema.field(column);
    if (text == null) {
      return null;
    }
    return field.type() == FieldType.TIMESTAMP ? moment(text).toString() : code(field, text);
  }

  private static String code(FieldSchema field, String text) {
    String code = field.aliases().getOrDefault(text, text);
    if (!field.codes().isEmpty() && !field.codes().contains(code)) {
      throw new IllegalArgumentException("%s has no code %s".formatted(field.name(), text));
    }
    return code;
  }

  /** Swedish local time, or a time with its offset: the only way to tell the double hour's two. */
  static Instant moment(String text) {
    String time = text.replace(' ', 'T');
    if (ZONED.matcher(time).matches()) {
      return OffsetDateTime.parse(time).toInstant();
    }
    LocalDateTime local = LocalDateTime.parse(time);
    List<ZoneOffset> offsets = SWEDEN.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      throw new IllegalArgumentException(text + " was no time, or two; state the offset");
    }
    return local.toInstant(offsets.getFirst());
  }

  /** The same row under ids that no other case has. */
  GivenRow ofCase(int number) {
    Map<String, @Nullable String> own = new LinkedHashMap<>(values);
    own.replaceAll((column, text) ->
        text == null || !ID.matcher(column).matches() ? text : "%04d:%s".formatted(number, text));
    return new GivenRow(table, own);
  }
}
