package se.helhetssyn.datasets.pseudonymise;

import java.util.List;

/**
 * What was done to one file, without any of its values.
 *
 * @param file its name
 * @param persons headings of its columns of persons, in their order
 * @param columns a line for each column where something was found
 */
record FileReport(String file, List<String> persons, List<String> columns) {
  FileReport {
    persons = List.copyOf(persons);
    columns = List.copyOf(columns);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    text.append(persons.isEmpty() ? " (ingen kolumn för personer)" : "");
    if (columns.isEmpty()) {
      text.append("\n  inget att ersätta");
    }
    columns.forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}
