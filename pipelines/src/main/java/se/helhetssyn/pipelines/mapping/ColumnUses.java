package se.helhetssyn.pipelines.mapping;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.door.ColumnKind;
import se.helhetssyn.pipelines.door.Expectation;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/**
 * Which columns of its files a mapping reads and what for, and with it what the door may expect of
 * each file. What a column holds follows from the contract: the mapping does not say it again.
 */
final class ColumnUses {
  private final Map<String, Map<String, ColumnKind>> kinds = new HashMap<>();

  private ColumnUses() {}

  static ColumnUses of(MappingDefinition mapping) {
    ColumnUses uses = new ColumnUses();
    DataPackage contract = DataPackage.load();
    mapping
        .tables()
        .forEach((table, sources) ->
            sources.forEach(source -> uses.add(contract.require(table), source)));
    return uses;
  }

  private void add(TableSchema schema, RowSource source) {
    String from = source.from();
    if (from != null && source.where() != null) {
      use(from, source.where().column(), ColumnKind.NUMBER_LIKE);
    }
    Map<String, ColumnKind> canonical = ColumnKind.of(schema);
    source
        .columns()
        .forEach((column, value) ->
            add(from, value, canonical.getOrDefault(column, ColumnKind.NUMBER_LIKE)));
    source.compare().values().forEach(value -> add(from, value, ColumnKind.NUMBER_LIKE));
  }

  /** What a value is made of is of its kind, but nobody tells what a key of another list is. */
  private void add(@Nullable String from, ColumnSource value, ColumnKind kind) {
    switch (value.origin()) {
      case ColumnSource.Column(String column) -> {
        if (from != null) {
          use(from, column, kind);
        }
      }
      case ColumnSource.Lookup lookup -> {
        use(lookup.file(), lookup.key(), ColumnKind.NUMBER_LIKE);
        use(lookup.file(), lookup.take(), kind);
        add(from, lookup.by(), ColumnKind.NUMBER_LIKE);
      }
      case ColumnSource.Constant constant -> {}
      case ColumnSource.Concat concat -> concat.parts().forEach(part -> add(from, part, kind));
    }
    if (value.otherwise() != null) {
      add(from, value.otherwise(), kind);
    }
  }

  /** A column that is used for several things is searched as the strictest of them. */
  private void use(String file, String column, ColumnKind kind) {
    kinds
        .computeIfAbsent(file, f -> new LinkedHashMap<>())
        .merge(column, kind, ColumnKind::stricter);
  }

  /** Columns that are read from a file. */
  Set<String> read(String file) {
    return kinds.getOrDefault(file, Map.of()).keySet();
  }

  /** What is known of a list beforehand: UTF-8 and comma. */
  Expectation expectation(String list) {
    return Expectation.canonical(List.copyOf(read(list)), kinds.getOrDefault(list, Map.of()))
        .withoutTotals();
  }

  /** What is known of a delivered file beforehand. */
  Expectation expectation(String name, FileSource source) {
    Integer header = source.header();
    Expectation known =
        Expectation.unknown(List.copyOf(read(name)), kinds.getOrDefault(name, Map.of()))
            .delimitedBy(Optional.ofNullable(source.delimiter()))
            .writtenIn(Optional.ofNullable(source.encoding()).map(Charset::forName))
            .onSheet(source.sheet() == null ? "" : source.sheet());
    return header == null ? known : known.skipping(header - 1);
  }
}
