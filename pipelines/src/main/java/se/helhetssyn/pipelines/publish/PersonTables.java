package se.helhetssyn.pipelines.publish;

import java.util.LinkedHashSet;
import java.util.Set;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;

/** Which tables have rows that are each about a person. */
final class PersonTables {
  private static final String PERSON_KEY = "person_key";

  private PersonTables() {}

  /** Tables with a person's key, and those whose rows point at a row of such a table. */
  static Set<String> in(DataPackage contract) {
    Set<String> found = new LinkedHashSet<>();
    int before;
    do {
      before = found.size();
      contract.tables().stream()
          .filter(table -> isAboutPersons(table, found))
          .forEach(table -> found.add(table.name()));
    } while (found.size() > before);
    return found;
  }

  private static boolean isAboutPersons(TableSchema table, Set<String> others) {
    return table.columns().contains(PERSON_KEY)
        || table.foreignKeys().stream().anyMatch(key -> others.contains(key.table()));
  }
}
