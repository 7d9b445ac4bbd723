package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.door.Expectation;

/** Files named after their table, with its columns: {@code <table>.csv}, {@code <table>.x.csv}. */
public record CanonicalLayout(DataPackage contract) implements Layout {
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
    throw new UnsupportedOperationException(group);
  }
}
