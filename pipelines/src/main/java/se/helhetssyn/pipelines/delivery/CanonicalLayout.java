package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.ColumnKind;
import se.helhetssyn.pipelines.door.Expectation;

/** Files named after their table, with its columns: {@code <table>.csv}, {@code <table>.x.csv}. */
public record CanonicalLayout(DataPackage contract) implements Layout {
  /** Files that tell about a delivery and have this form in every layout. */
  public static final Set<String> ABOUT_DELIVERIES = Set.of(ManifestRows.TABLE, Successions.FILE);

  @Override
  public List<String> groups(String fileName) {
    if (!fileName.matches("[a-z_]+(\\.[^.]+)*\\.(csv|parquet|xlsx)")) {
      return List.of();
    }
    String table = fileName.substring(0, fileName.indexOf('.'));
    return Optional.of(table)
        .filter(name -> name.equals(Successions.FILE) || contract.find(name).isPresent())
        .stream()
        .toList();
  }

  @Override
  public Expectation expectation(String group) {
    return contract
        .find(group)
        .map(schema -> Expectation.canonical(schema.columns(), ColumnKind.of(schema)))
        .orElseGet(() -> Expectation.canonical(Successions.COLUMNS, Successions.KINDS));
  }
}
