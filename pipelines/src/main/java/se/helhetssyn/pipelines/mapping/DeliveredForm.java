package se.helhetssyn.pipelines.mapping;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.helhetssyn.pipelines.file.FileForm;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.refusal.Refusal;

/** The form of a delivered file: what the mapping says of it, and the rest from the file. */
final class DeliveredForm {
  private DeliveredForm() {}

  /**
   * @param read columns that the mapping reads, by which the header is known under title rows
   */
  static FileForm of(Path file, FileSource source, Set<String> read) {
    FileGuess guess = FileGuess.of(file);
    List<List<String>> records = guess.records();
    int header = source.header() != null ? source.header() : header(records, read, guess.header());
    if (header == 0 || header > records.size()) {
      throw Refusal.badInput(
          "Filen %s har ingen rubrikrad som går att känna igen: ange header och delimiter i mappningen."
              .formatted(file.getFileName()));
    }
    return new FileForm(
        FileForm.Kind.CSV,
        source.encoding() == null ? guess.encoding().name() : source.encoding(),
        false,
        Objects.requireNonNullElse(source.delimiter(), guess.delimiter()),
        "",
        records.get(header - 1).stream().map(String::strip).toList(),
        List.of(),
        header + source.skip(),
        0);
  }

  private static int header(List<List<String>> records, Set<String> read, int otherwise) {
    for (int i = 0; i < records.size(); i++) {
      Set<String> found = new HashSet<>(read);
      found.retainAll(records.get(i).stream().map(String::strip).toList());
      if (!read.isEmpty() && found.size() * 2 >= read.size()) {
        return i + 1;
      }
    }
    return otherwise;
  }
}
