package se.helhetssyn.datasets.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a descriptor into schemas, or throws once with everything that is wrong with it. */
final class DescriptorReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();
  private static final Descriptor.Constraints UNCONSTRAINED =
      new Descriptor.Constraints(false, null, null, null, null);

  private final List<String> faults = new ArrayList<>();

  private DescriptorReader() {}

  static DataPackage read(String file, InputStream json) throws IOException {
    var reader = new DescriptorReader();
    List<TableSchema> tables = reader.tables(parse(file, json));
    reader.faults.addAll(DescriptorCheck.faults(tables));
    if (!reader.faults.isEmpty()) {
      throw new DescriptorException(file, reader.faults);
    }
    return new DataPackage(tables);
  }

  private static @Nullable Descriptor parse(String file, InputStream json) throws IOException {
    try {
      return JSON.readValue(json, Descriptor.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new DescriptorException(file, "line " + line + ": " + e.getOriginalMessage(), e);
    }
  }

  private List<TableSchema> tables(@Nullable Descriptor descriptor) {
    if (descriptor == null || descriptor.resources() == null) {
      faults.add("resources is missing");
      return List.of();
    }
    return present(descriptor.resources()).map(this::table).toList();
  }

  private TableSchema table(Descriptor.Resource resource) {
    String name = text(resource.name(), "a resource", "name");
    Descriptor.Schema schema = resource.schema();
    if (schema == null) {
      faults.add(name + ": schema is missing");
      schema = new Descriptor.Schema(null, null, null, null);
    }
    return new TableSchema(
        name,
        text(resource.title(), name, "title"),
        text(resource.description(), name, "description"),
        present(schema.fields()).map(field -> field(name, field)).toList(),
        present(schema.primaryKey()).toList(),
        present(schema.foreignKeys()).map(key -> foreignKey(name, key)).toList(),
        present(resource.rules()).map(rule -> rule(name, rule)).toList(),
        present(resource.flags()).map(flag -> rule(name, flag)).toList(),
        present(resource.eventDates()).toList(),
        registration(name, resource.registration()));
  }

  private TableSchema.@Nullable Registration registration(
      String table, Descriptor.@Nullable Registration registration) {
    return registration == null
        ? null
        : new TableSchema.Registration(
            text(registration.event(), table + ": registration", "event"),
            text(registration.registered(), table + ": registration", "registered"));
  }

  private FieldSchema field(String table, Descriptor.Field field) {
    String where = table + "." + field.name();
    var constraints = Objects.requireNonNullElse(field.constraints(), UNCONSTRAINED);
    List<String> codes = present(constraints.codes()).toList();
    return new FieldSchema(
        text(field.name(), table, "a column's name"),
        type(where, field.type()),
        text(field.title(), where, "title"),
        text(field.description(), where, "description"),
        constraints.required(),
        codes,
        constraints.minimum(),
        constraints.maximum(),
        constraints.pattern(),
        field.coded() || !codes.isEmpty(),
        Objects.requireNonNullElse(field.aliases(), Map.of()),
        Objects.requireNonNullElse(field.rule(), FieldSchema.UNNAMED));
  }

  private FieldType type(String where, @Nullable String name) {
    return FieldType.find(text(name, where, "type"))
        .orElseGet(() -> {
          faults.add(where + ": unknown type " + name);
          return FieldType.STRING;
        });
  }

  private ForeignKey foreignKey(String table, Descriptor.Key key) {
    var reference =
        Objects.requireNonNullElse(key.reference(), new Descriptor.Reference(null, null));
    return new ForeignKey(
        present(key.fields()).toList(),
        text(reference.resource(), table + ": a foreign key", "resource"),
        present(reference.fields()).toList());
  }

  private RowRule rule(String table, Descriptor.Rule rule) {
    String where = table + ": rule " + rule.code();
    return new RowRule(
        text(rule.code(), table + ": a rule", "code"),
        Objects.requireNonNullElse(rule.rule(), RowRule.UNNAMED),
        Objects.requireNonNullElse(rule.applies(), RowRule.EVERY_ROW),
        text(rule.condition(), where, "condition"),
        text(rule.message(), where, "message"),
        Objects.requireNonNullElse(rule.repair(), Map.of()));
  }

  private String text(@Nullable String value, String where, String property) {
    if (value == null || value.isBlank()) {
      faults.add(where + ": " + property + " is missing");
      return "";
    }
    return value;
  }

  private static <T> Stream<T> present(@Nullable List<T> entries) {
    return entries == null ? Stream.empty() : entries.stream();
  }
}
