package se.helhetssyn.pipelines.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All records of a source, as lists. */
final class Records {
  private Records() {}

  static List<List<String>> all(RecordSource source) throws IOException {
    try (source) {
      List<List<String>> records = new ArrayList<>();
      while (source.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
          values.add(source.value(i).toString());
        }
        records.add(values);
      }
      return records;
    }
  }
}
