package se.helhetssyn.pipelines.mapping;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.Where;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.refusal.YamlMistake;

/** Reads a mapping file and holds it against the contract before any row is read. */
public final class MappingReader {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "source_system",
          "public_non_personal",
          "period",
          "missing",
          "dates",
          "files",
          "lists",
          "tables");

  private final Path file;
  private final DataPackage contract;
  private final Mistakes mistakes;

  private MappingReader(Path file, DataPackage contract) {
    this.file = file;
    this.contract = contract;
    this.mistakes = new Mistakes(file);
  }

  /** Reads and checks a mapping; a {@link Refusal} says everything that is wrong and where. */
  public static MappingDefinition read(Path file, DataPackage contract) {
    return new MappingReader(file, contract).read();
  }

  private MappingDefinition read() {
    try {
      YamlTree root = YamlTree.read(Files.readString(file), mistakes);
      MappingDefinition mapping = mapping(root);
      mistakes.refuseIfAny();
      return mapping;
    } catch (JsonProcessingException e) {
      mistakes.add(YamlMistake.in(e));
    } catch (IOException e) {
      mistakes.add("den går inte att läsa");
    }
    throw mistakes.refusal();
  }

  private MappingDefinition mapping(YamlTree root) {
    if (root.isEmpty()) {
      mistakes.add("filen är tom");
      throw mistakes.refusal();
    }
    root.requireKeys(KEYS);
    for (String key : List.of("source_system", "tables")) {
      if (root.find(key).isEmpty()) {
        mistakes.add(key + " saknas");
      }
    }
    FileSourceReader files = new FileSourceReader(folder(), root);
    List<String> dates = root.find("dates").map(MappingReader::dates).orElse(List.of());
    return new MappingDefinition(
        text(root, "name"),
        text(root, "source_system"),
        root.find("public_non_personal").map(YamlTree::flag).orElse(false),
        root.find("period").map(MappingReader::period).orElse(null),
        words(root, "missing"),
        dates,
        files.files(),
        files.lists(),
        root.find("tables").map(t -> tables(t, files.names())).orElse(Map.of()));
  }

  private Path folder() {
    return requireNonNull(file.toAbsolutePath().getParent());
  }

  static String text(YamlTree tree, String key) {
    return tree.find(key).map(YamlTree::text).orElse("");
  }

  static List<String> words(YamlTree tree, String key) {
    return tree.find(key).map(YamlTree::words).orElse(List.of());
  }

  private static @Nullable DeliveredPeriod period(YamlTree tree) {
    tree.requireKeys(Set.of("from", "to"));
    Optional<LocalDate> from = tree.find("from").flatMap(MappingReader::day);
    Optional<LocalDate> to = tree.find("to").flatMap(MappingReader::day);
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      tree.wrong("perioden ska ha from och to, i den ordningen, som 2025-01-31");
      return null;
    }
    return new DeliveredPeriod(from.get(), to.get());
  }

  private static Optional<LocalDate> day(YamlTree tree) {
    try {
      return Optional.of(LocalDate.parse(tree.text()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static List<String> dates(YamlTree tree) {
    List<String> forms = tree.texts();
    forms.stream()
        .filter(form -> DateForm.of(form).isEmpty())
        .forEach(form ->
            tree.wrong(
                "%s är ingen form för datum; skriv till exempel yyyyMMdd, dd/MM/yyyy eller yyyy-MM-dd HH:mm"
                    .formatted(form)));
    return forms;
  }

  private Map<String, List<RowSource>> tables(YamlTree tree, Set<String> files) {
    Map<String, List<RowSource>> tables = new LinkedHashMap<>();
    tree.entries()
        .forEach((name, sources) ->
            contract
                .find(name)
                .ifPresentOrElse(
                    schema ->
                        tables.put(
                            name,
                            sources.items().stream().map(s -> rows(s, schema, files)).toList()),
                    () ->
                        sources.wrong(
                            "tabellen finns inte"
                                + Mistakes.meant(
                                    name,
                                    contract.tables().stream().map(TableSchema::name).toList()))));
    return tables;
  }

  private static RowSource rows(YamlTree tree, TableSchema schema, Set<String> files) {
    tree.requireKeys(Set.of("from", "distinct", "where", "columns", "compare"));
    String from = tree.find("from").map(f -> known(f, files)).orElse(null);
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    ColumnSourceReader reader = new ColumnSourceReader(from != null, files);
    tree.find("columns")
        .map(YamlTree::entries)
        .orElse(Map.of())
        .forEach((column, value) -> {
          if (!schema.columns().contains(column)) {
            value.wrong(
                "tabellen %s har ingen sådan kolumn%s"
                    .formatted(schema.name(), Mistakes.meant(column, schema.columns())));
          } else {
            columns.put(column, reader.read(value, schema.field(column)));
          }
        });
    schema.fields().stream()
        .filter(f -> f.required() && !columns.containsKey(f.name()))
        .forEach(f -> tree.wrong("%s måste ha ett värde".formatted(f.name())));
    return new RowSource(
        from,
        tree.find("distinct").map(YamlTree::flag).orElse(false),
        tree.find("where").map(MappingReader::where).orElse(null),
        columns,
        compare(tree, reader));
  }

  private static Map<String, ColumnSource> compare(YamlTree tree, ColumnSourceReader reader) {
    Map<String, ColumnSource> compare = new LinkedHashMap<>();
    tree.find("compare")
        .map(YamlTree::entries)
        .orElse(Map.of())
        .forEach((name, value) -> compare.put(name, reader.read(value)));
    return compare;
  }

  /** The own name of a file or list that is there. */
  static String known(YamlTree tree, Set<String> files) {
    String name = tree.text();
    if (!files.contains(name)) {
      tree.wrong(
          "filen %s står inte under files eller lists%s"
              .formatted(name, Mistakes.meant(name, files)));
    }
    return name;
  }

  private static Where where(YamlTree tree) {
    tree.requireKeys(Set.of("column", "in"));
    if (tree.find("column").isEmpty()) {
      tree.wrong("column saknas");
    }
    return new Where(text(tree, "column"), words(tree, "in"));
  }
}
