package se.helhetssyn.pipelines.removal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.ForeignKey;
import se.helhetssyn.datasets.contract.TableSchema;

/** Which tables have rows that are each about a person, and what ties them to one. */
final class PersonTies {
  static final String PERSONS = "person";
  static final String PERSON_KEY = "person_key";

  private final Set<String> tied = new LinkedHashSet<>();
  private final List<TableSchema> tables = new ArrayList<>();

  PersonTies(DataPackage contract) {
    int before;
    do {
      before = tied.size();
      contract.tables().stream()
          .filter(table -> hasKey(table) || !parents(table).isEmpty())
          .forEach(table -> tied.add(table.name()));
    } while (tied.size() > before);
    parentsFirst(contract);
  }

  private void parentsFirst(DataPackage contract) {
    List<TableSchema> left = new ArrayList<>(contract.tables());
    left.removeIf(table -> !tied.contains(table.name()));
    while (!left.isEmpty()) {
      Set<String> waiting = new LinkedHashSet<>();
      left.forEach(table -> waiting.add(table.name()));
      List<TableSchema> next =
          left.stream()
              .filter(table -> parents(table).stream().noneMatch(p -> waiting.contains(p.table())))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables point at each other: " + waiting);
      }
      tables.addAll(next);
      left.removeAll(next);
    }
  }

  /** The tables, parents before their children. */
  List<TableSchema> tables() {
    return List.copyOf(tables);
  }

  static boolean hasKey(TableSchema table) {
    return table.columns().contains(PERSON_KEY);
  }

  /** Where a table's rows point at rows about persons, other than the persons themselves. */
  List<ForeignKey> parents(TableSchema table) {
    return table.foreignKeys().stream()
        .filter(key -> tied.contains(key.table()) && !key.table().equals(PERSONS))
        .filter(key -> !key.table().equals(table.name()))
        .toList();
  }
}
