package se.helhetssyn.pipelines.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.door.ColumnKind;
import se.helhetssyn.pipelines.door.Expectation;

/** Files named after their table, with its columns: {@code <table>.csv}, {@code <table>.x.csv}. */
public record CanonicalLayout(DataPackage contract) implements Layout {
  /** Files that tell about a delivery: they hold nothing that could be protected. */
  public static final Set<String> ABOUT_DELIVERIES = Set.of(ManifestRows.TABLE, Successions.FILE);

  @Override
  public List<String> groups(String fileName) {
    if (!fileName.matches("[a-z_]+(\\.[^.]+)*\\.(csv|parquet|xlsx)")) {
      return List.of();
    }
    String table = fileName.substring(0, fileName.indexOf('.'));
    if (ABOUT_DELIVERIES.contains(table) && !fileName.endsWith(".csv")) {
      return List.of();
    }
    return Optional.of(table)
        .filter(name -> name.equals(Successions.FILE) || contract.find(name).isPresent())
        .stream()
        .toList();
  }

  @Override
  public Expectation expectation(String group) {
    return contract
        .find(group)
        .map(schema -> Expectation.canonical(schema.columns(), kinds(schema)))
        .orElseGet(() -> Expectation.canonical(Successions.COLUMNS, Successions.KINDS));
  }

  @Override
  public List<String> tables(String group) {
    return List.of(group);
  }

  @Override
  public Optional<String> sourceSystem(String group) {
    return Optional.empty();
  }

  private static Map<String, ColumnKind> kinds(TableSchema schema) {
    Set<String> identifiers = new HashSet<>(schema.primaryKey());
    schema.foreignKeys().forEach(key -> identifiers.addAll(key.fields()));
    Map<String, ColumnKind> kinds = new HashMap<>();
    for (FieldSchema field : schema.fields()) {
      boolean text = field.type() == FieldType.STRING && !identifiers.contains(field.name());
      kinds.put(field.name(), text ? ColumnKind.TEXT : ColumnKind.NUMBER_LIKE);
    }
    kinds.computeIfPresent("person_key", (name, kind) -> ColumnKind.HEX_KEY);
    return kinds;
  }
}
