package se.helhetssyn.pipelines.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.mapping.MappingDefinition.ColumnSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.refusal.YamlMistake;

/** Reads a mapping file and holds it against the contract before any row is read. */
public final class MappingReader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final DataPackage contract;

  private MappingReader(Path file, DataPackage contract) {
    this.file = file;
    this.contract = contract;
  }

  /** Reads and checks a mapping; a {@link Refusal} says what is wrong and where. */
  public static MappingDefinition read(Path file, DataPackage contract) {
    return new MappingReader(file, contract).read();
  }

  private MappingDefinition read() {
    try {
      MappingDefinition mapping = YAML.readValue(Files.readString(file), MappingDefinition.class);
      if (mapping == null) {
        throw refused("filen är tom");
      }
      check(mapping);
      return mapping.withListsIn(folder());
    } catch (JsonProcessingException e) {
      throw refused(YamlMistake.in(e));
    } catch (IOException e) {
      throw refused("den går inte att läsa");
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private void check(MappingDefinition mapping) {
    require(mapping.sourceSystem() != null, "source_system saknas");
    require(!mapping.tables().isEmpty(), "tables saknas");
    require(isInOrder(mapping.period()), "period ska ha from och to, i den ordningen");
    mapping
        .files()
        .forEach((name, pattern) ->
            require(isGlob(pattern), "files.%s är inget filnamn".formatted(name)));
    mapping.lists().forEach((name, list) -> check(mapping, name, list));
    mapping
        .tables()
        .forEach((table, sources) -> {
          TableSchema schema =
              contract
                  .find(table)
                  .orElseThrow(() -> refused("tabellen %s finns inte".formatted(table)));
          sources.forEach(s -> check(mapping, schema, s));
        });
  }

  /** A list is a file beside the mapping, so that the two are moved together. */
  private void check(MappingDefinition mapping, String name, String list) {
    require(
        list.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*\\.csv"),
        "lists.%s är inget namn på en csv-fil".formatted(name));
    require(
        Files.isRegularFile(folder().resolve(list)),
        "filen %s ska ligga i samma mapp som mappningen".formatted(list));
    require(
        !mapping.files().containsKey(name), "%s står under både files och lists".formatted(name));
  }

  private static boolean isInOrder(@Nullable DeliveredPeriod period) {
    return period == null
        || (period.from() != null && period.to() != null && !period.to().isBefore(period.from()));
  }

  private static boolean isGlob(String pattern) {
    try {
      return !FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(""));
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Whether engines understand the form: years to fractions of seconds, other text in quotes. */
  private static boolean isDateForm(String form) {
    try {
      boolean known = form.replaceAll("'[^']*'", "").matches("[yMdHhmsSa\\W]+");
      return known && DateTimeFormatter.ofPattern(form).getZone() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void check(MappingDefinition mapping, TableSchema schema, RowSource source) {
    requireFile(mapping, source.from(), schema.name());
    source
        .columns()
        .forEach((column, value) -> {
          require(
              schema.columns().contains(column),
              "tabellen %s har ingen kolumn %s".formatted(schema.name(), column));
          check(mapping, source, value, schema.name() + "." + column);
        });
    schema.fields().stream()
        .filter(f -> f.required() && !source.columns().containsKey(f.name()))
        .findFirst()
        .ifPresent(f -> {
          throw refused("%s.%s måste ha ett värde".formatted(schema.name(), f.name()));
        });
  }

  private void check(
      MappingDefinition mapping, RowSource source, ColumnSource value, String where) {
    require(value.forms() == 1, where + " ska ha ett av column, constant, lookup och concat");
    require(
        source.from() != null || value.constant() != null,
        where + " kan bara vara constant i en rad utan fil");
    require(
        value.date() == null || isDateForm(value.date()), where + ".date är ingen form för datum");
    if (value.lookup() != null) {
      requireFile(mapping, value.lookup().file(), where);
      check(mapping, source, value.lookup().by(), where + ".lookup.by");
    }
    if (value.otherwise() != null) {
      check(mapping, source, value.otherwise(), where + ".otherwise");
    }
    List<ColumnSource> parts = value.concat() == null ? List.of() : value.concat();
    parts.forEach(p -> check(mapping, source, p, where + ".concat"));
  }

  private void requireFile(MappingDefinition mapping, @Nullable String name, String where) {
    require(
        name == null || mapping.names(name),
        "%s hänvisar till filen %s, som inte står under files eller lists".formatted(where, name));
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw refused(problem);
    }
  }

  private Refusal refused(String problem) {
    return Refusal.badConfiguration(
        "Mappningen %s kan inte användas: %s.".formatted(file.getFileName(), problem));
  }
}
