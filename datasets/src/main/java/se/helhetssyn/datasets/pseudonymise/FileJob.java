package se.helhetssyn.datasets.pseudonymise;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.helhetssyn.datasets.identity.IdentityNumbers;

/**
 * Writes one file again with keys in place of identity numbers, everything else byte for byte as it
 * was, and scans what it has written.
 */
final class FileJob {
  private final TextForm form;
  private final Pseudonyms pseudonyms;
  private final Map<String, String> digests;
  private final DoubtfulNumbers doubtful = new DoubtfulNumbers();
  private final SortedMap<Integer, ColumnCounts> counts = new TreeMap<>();

  private FileJob(TextForm form, Pseudonyms pseudonyms, Map<String, String> digests) {
    this.form = form;
    this.pseudonyms = pseudonyms;
    this.digests = digests;
  }

  /**
   * Writes {@code from} again as {@code to}.
   *
   * @param digests SHA-256 of files as they were → as they are now, put in wherever a cell holds
   *     one
   */
  static FileReport run(
      Path from, Path to, PersonColumns columns, Pseudonyms pseudonyms, Map<String, String> digests)
      throws IOException {
    var job = new FileJob(TextForm.of(from, columns), pseudonyms, digests);
    job.look(from);
    job.write(from, to);
    LastScan.of(to, job.form, job.leftAlone());
    return job.report(from);
  }

  private void look(Path from) throws IOException {
    try (RawRecords records = form.open(from)) {
      while (records.next()) {
        if (form.fits(records)) {
          doubtful.add(records);
        }
      }
    }
  }

  private void write(Path from, Path to) throws IOException {
    try (RawRecords records = form.open(from);
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(to), form.charset().newEncoder()))) {
      while (records.next()) {
        write(records, out);
      }
    }
  }

  private void write(RawRecords record, Writer out) throws IOException {
    int written = 0;
    for (int cell = 0; cell < record.size(); cell++) {
      if (mayChange(record, cell)) {
        out.append(record.text(), written, record.start(cell)).append(rewritten(record, cell));
        written = record.end(cell);
      }
    }
    out.append(record.text(), written, record.text().length());
  }

  private boolean mayChange(RawRecords record, int cell) {
    return record.length(cell) >= IdentityNumbers.FEWEST_DIGITS || form.isPerson(record, cell);
  }

  private String rewritten(RawRecords record, int cell) {
    String raw = record.raw(cell);
    ColumnCounts counted = counts.computeIfAbsent(cell, column -> new ColumnCounts());
    if (form.isPerson(record, cell)) {
      return pseudonyms.ofPerson(raw, counted);
    }
    String digest = digests.get(Cell.core(raw).toLowerCase(Locale.ROOT));
    return digest == null
        ? pseudonyms.inText(raw, doubtfulArePersons(record, cell), counted)
        : raw.replace(Cell.core(raw), digest);
  }

  private boolean doubtfulArePersons(RawRecords record, int cell) {
    return !form.fits(record) || doubtful.arePersons(record, cell);
  }

  private long leftAlone() {
    return counts.values().stream().mapToLong(ColumnCounts::leftAlone).sum();
  }

  private FileReport report(Path from) {
    List<String> lines =
        counts.entrySet().stream()
            .filter(column -> !column.getValue().isEmpty())
            .map(column -> form.nameOf(column.getKey()) + ": " + column.getValue())
            .toList();
    List<String> persons = form.persons().stream().sorted().map(form::nameOf).toList();
    return new FileReport(from.getFileName().toString(), persons, lines);
  }
}
