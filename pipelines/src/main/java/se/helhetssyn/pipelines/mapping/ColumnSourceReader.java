package se.helhetssyn.pipelines.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.pipelines.mapping.ColumnSource.Split;

/** Reads how one value is made. */
final class ColumnSourceReader {
  private static final List<String> ORIGINS = List.of("column", "constant", "lookup", "concat");
  private static final Set<String> KEYS =
      Set.of(
          "column",
          "constant",
          "lookup",
          "concat",
          "missing",
          "split",
          "pad",
          "date",
          "values",
          "labels",
          "otherwise");

  private final boolean hasFile;
  private final Set<String> files;

  /**
   * @param hasFile whether the rows come from a file, so that there are columns
   * @param files own names of files and lists
   */
  ColumnSourceReader(boolean hasFile, Set<String> files) {
    this.hasFile = hasFile;
    this.files = files;
  }

  /** Reads a value that may be any text. */
  ColumnSource read(YamlTree tree) {
    return value(tree, Set.of());
  }

  /** Reads the value of a canonical column, whose codes translations must lead to. */
  ColumnSource read(YamlTree tree, FieldSchema field) {
    return value(tree, Set.copyOf(field.codes()));
  }

  /**
   * @param codes the only values that a translation may give; empty for any
   */
  private ColumnSource value(YamlTree tree, Set<String> codes) {
    if (tree.isScalar()) {
      return new ColumnSource(
          column(tree), List.of(), null, 0, List.of(), Map.of(), Map.of(), null);
    }
    tree.requireKeys(KEYS);
    ColumnSource.Origin origin = origin(tree, codes);
    Map<String, String> values = tree.find("values").map(v -> values(v, codes)).orElse(Map.of());
    Map<String, String> labels = tree.find("labels").map(l -> labels(l, codes)).orElse(Map.of());
    return new ColumnSource(
        origin,
        MappingReader.words(tree, "missing"),
        tree.find("split").map(ColumnSourceReader::split).orElse(null),
        tree.find("pad").map(p -> p.number(1)).orElse(0),
        tree.find("date").map(MappingReader::dates).orElse(List.of()),
        values,
        labels,
        tree.find("otherwise").map(o -> value(o, codes)).orElse(null));
  }

  private ColumnSource.Origin origin(YamlTree tree, Set<String> codes) {
    List<String> given = ORIGINS.stream().filter(o -> tree.find(o).isPresent()).toList();
    if (given.size() != 1) {
      tree.wrong("här ska stå ett av column, constant, lookup och concat");
      return new ColumnSource.Constant("");
    }
    YamlTree inner = tree.find(given.getFirst()).orElseThrow();
    return switch (given.getFirst()) {
      case "column" -> column(inner);
      case "constant" -> constant(inner, codes);
      case "lookup" -> lookup(inner);
      default ->
          new ColumnSource.Concat(inner.items().stream().map(p -> value(p, Set.of())).toList());
    };
  }

  private ColumnSource.Column column(YamlTree tree) {
    if (!hasFile) {
      tree.wrong("en rad utan fil (from) kan bara ha constant");
    }
    return new ColumnSource.Column(tree.text());
  }

  private static ColumnSource.Constant constant(YamlTree tree, Set<String> codes) {
    requireCode(tree, tree.text(), codes);
    return new ColumnSource.Constant(tree.text());
  }

  private ColumnSource.Lookup lookup(YamlTree tree) {
    tree.requireKeys(Set.of("file", "key", "by", "take"));
    Stream.of("file", "key", "by", "take")
        .filter(key -> tree.find(key).isEmpty())
        .forEach(key -> tree.wrong(key + " saknas"));
    return new ColumnSource.Lookup(
        tree.find("file").map(f -> MappingReader.known(f, files)).orElse(""),
        MappingReader.text(tree, "key"),
        tree.find("by").map(by -> value(by, Set.of())).orElseGet(ColumnSourceReader::nothing),
        MappingReader.text(tree, "take"));
  }

  private static ColumnSource nothing() {
    return new ColumnSource(
        new ColumnSource.Constant(""), List.of(), null, 0, List.of(), Map.of(), Map.of(), null);
  }

  private static @Nullable Split split(YamlTree tree) {
    tree.requireKeys(Set.of("by", "take"));
    YamlTree take = tree.find("take").orElse(null);
    String by = MappingReader.text(tree, "by");
    if (by.isEmpty() || take == null) {
      tree.wrong("split ska ha by, det som står mellan delarna, och take, delens nummer");
      return null;
    }
    return new Split(by, take.text().equals("last") ? Split.LAST : take.number(1));
  }

  /** Source value → canonical value. */
  private static Map<String, String> values(YamlTree tree, Set<String> codes) {
    Map<String, String> values = new LinkedHashMap<>();
    tree.entries()
        .forEach((value, code) -> {
          requireCode(code, code.text(), codes);
          values.put(value, code.text());
        });
    return values;
  }

  /** Written as code → one label or several; turned round, as values are looked for by label. */
  private static Map<String, String> labels(YamlTree tree, Set<String> codes) {
    Map<String, String> labels = new LinkedHashMap<>();
    tree.entries()
        .forEach((code, written) -> {
          requireCode(written, code, codes);
          for (String label : written.texts()) {
            String other = labels.put(Wording.of(label), code);
            if (other != null && !other.equals(code)) {
              written.wrong("%s står redan under %s".formatted(label, other));
            }
          }
        });
    return labels;
  }

  private static void requireCode(YamlTree where, String code, Set<String> codes) {
    if (!codes.isEmpty() && !codes.contains(code)) {
      where.wrong("%s är ingen av kolumnens koder%s".formatted(code, Mistakes.meant(code, codes)));
    }
  }
}
