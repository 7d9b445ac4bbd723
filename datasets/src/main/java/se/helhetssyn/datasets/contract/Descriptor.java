package se.helhetssyn.datasets.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The descriptor as it is written: anything the format lets out is null here. */
record Descriptor(
    @Nullable String profile,
    @Nullable String name,
    @Nullable String title,
    @Nullable String version,
    @Nullable List<Resource> resources) {

  record Resource(
      @Nullable String profile,
      @Nullable String name,
      @Nullable String path,
      @Nullable String title,
      @Nullable String description,
      @Nullable Schema schema,
      @JsonProperty("helhetssyn:rules") @Nullable List<Rule> rules,
      @JsonProperty("helhetssyn:flags") @Nullable List<Rule> flags,
      @JsonProperty("helhetssyn:eventDates") @Nullable List<String> eventDates,
      @JsonProperty("helhetssyn:registration") @Nullable Registration registration) {}

  record Registration(@Nullable String event, @Nullable String registered) {}

  record Schema(
      @Nullable List<Field> fields,
      @Nullable List<String> missingValues,
      @Nullable List<String> primaryKey,
      @Nullable List<Key> foreignKeys) {}

  record Field(
      @Nullable String name,
      @Nullable String type,
      @Nullable String title,
      @Nullable String description,
      @Nullable Constraints constraints,
      @JsonProperty("helhetssyn:coded") boolean coded,
      @JsonProperty("helhetssyn:aliases") @Nullable Map<String, String> aliases,
      @JsonProperty("helhetssyn:rule") @Nullable String rule) {}

  record Constraints(
      boolean required,
      @JsonProperty("enum") @Nullable List<String> codes,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      @Nullable String pattern) {}

  record Key(@Nullable List<String> fields, @Nullable Reference reference) {}

  record Reference(@Nullable String resource, @Nullable List<String> fields) {}

  record Rule(
      @Nullable String code,
      @Nullable String rule,
      @Nullable String applies,
      @Nullable String condition,
      @Nullable String message,
      @Nullable Map<String, String> repair) {}
}
