package se.helhetssyn.pipelines.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.datasets.mappings.Vocabulary;
import se.helhetssyn.pipelines.mapping.MappingDefinition.FileSource;
import se.helhetssyn.pipelines.mapping.MappingDefinition.RowSource;

/** Writes canonical rows as a source of another layout would deliver them: a mapping backwards. */
final class LayoutExport {
  private final MappingDefinition mapping;
  private final Path canonical;
  private final Path out;
  private final Vocabulary vocabulary = Vocabulary.load();

  /**
   * @param canonical folder with canonical files
   * @param out folder for the source's files
   */
  LayoutExport(MappingDefinition mapping, Path canonical, Path out) {
    this.mapping = mapping;
    this.canonical = canonical;
    this.out = out;
  }

  static List<Map<String, String>> read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  /** Writes the file of one table. */
  void write(TableSchema schema) throws IOException {
    RowSource source = mapping.tables().getOrDefault(schema.name(), List.of()).getFirst();
    FileSource file = Objects.requireNonNull(mapping.files().get(String.valueOf(source.from())));
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : read(canonical.resolve(schema.name() + ".csv"))) {
      rows.add(exported(schema, source, file, row, rows.size()));
    }
    List<String> header = List.copyOf(rows.getFirst().keySet());
    Path to =
        out.resolve(file.pattern().replaceFirst("\\{\\.(\\w+),.*", ".$1").replace("*", "2026-10"));
    if (to.toString().endsWith(".xlsx")) {
      workbook(to, schema, file, header, rows);
    } else {
      text(to, source, file, header, rows);
    }
  }

  private Map<String, String> exported(
      TableSchema schema, RowSource source, FileSource file, Map<String, String> row, int number) {
    Map<String, String> cells = new LinkedHashMap<>();
    source
        .columns()
        .forEach((column, value) -> {
          FieldSchema field = schema.field(column);
          String written = written(field, value, file, row.getOrDefault(column, ""));
          switch (value.origin()) {
            case ColumnSource.Column(String name) ->
                cells.merge(name, part(value, written), this::joined);
            case ColumnSource.Concat concat ->
                cells.put(
                    ((ColumnSource.Column) concat.parts().getLast().origin()).name(),
                    written.isEmpty() ? "" : written.substring(1));
            case ColumnSource.Constant constant -> {}
            case ColumnSource.Lookup lookup -> throw new IllegalStateException("lookup");
          }
        });
    boolean dash = number % 3 == 0 && !mapping.missing().isEmpty();
    cells.replaceAll((name, cell) -> cell.isEmpty() && dash ? mapping.missing().getFirst() : cell);
    if (source.where() != null) {
      cells.put(source.where().column(), source.where().in().getFirst());
    }
    return cells;
  }

  private String joined(String one, String other) {
    return other.isEmpty() ? one : one + other;
  }

  private String part(ColumnSource value, String written) {
    ColumnSource.Split split = value.split();
    if (split == null || written.isEmpty()) {
      return written;
    }
    return switch (split.take()) {
      case ColumnSource.Split.LAST -> vocabulary.label(written) + split.by() + written;
      case 1 -> written;
      default -> split.by() + written;
    };
  }

  private String written(FieldSchema field, ColumnSource value, FileSource file, String text) {
    if (text.isEmpty()) {
      return "";
    }
    Map<String, String> words = new HashMap<>();
    if (field.codes().containsAll(List.of("YES", "NO")) && value.split() == null) {
      words.putAll(Map.of("YES", "Ja", "NO", "Nej"));
    }
    value
        .labels()
        .forEach((label, code) -> words.putIfAbsent(code, label.toUpperCase(Locale.ROOT)));
    value.values().forEach((label, code) -> words.putIfAbsent(code, label));
    if (words.containsKey(text)) {
      return words.getOrDefault(text, "");
    }
    boolean day = field.type() == FieldType.DATE;
    if (day || field.type() == FieldType.TIMESTAMP) {
      return dated(text, day);
    }
    return field.type() == FieldType.DECIMAL ? text.replace('.', file.decimal()) : text;
  }

  private String dated(String iso, boolean day) {
    Optional<String> form =
        mapping.dates().stream()
            .filter(f -> !f.equals(DateForm.SERIAL) && f.contains("H") != day)
            .findFirst();
    LocalDateTime time = LocalDateTime.parse(day ? iso + "T00:00:00" : iso);
    return form.map(f -> DateTimeFormatter.ofPattern(f, Locale.ROOT).format(time))
        .orElse(iso.replace('T', ' '));
  }

  private static void text(
      Path to,
      RowSource source,
      FileSource file,
      List<String> header,
      List<Map<String, String>> rows)
      throws IOException {
    Charset charset = Charset.forName(String.valueOf(file.encoding()));
    char delimiter = Objects.requireNonNull(file.delimiter());
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(delimiter).build(to, charset)) {
      for (int i = 1; file.header() != null && i < file.header(); i++) {
        csv.writeRecord("Uttag " + i + " för år 2026");
      }
      csv.writeRecord(header);
      for (Map<String, String> row : rows) {
        csv.writeRecord(row.values());
        if (source.where() != null) {
          Map<String, String> cancelled = new LinkedHashMap<>(row);
          cancelled.put(source.where().column(), "Ja");
          csv.writeRecord(cancelled.values());
        }
      }
    }
  }

  /** A workbook with days and times as a spreadsheet keeps them. */
  private static void workbook(
      Path to,
      TableSchema schema,
      FileSource file,
      List<String> header,
      List<Map<String, String>> rows)
      throws IOException {
    try (OutputStream stream = Files.newOutputStream(to);
        Workbook book = new Workbook(stream, "test", "1.0")) {
      book.newWorksheet("Läs först").value(0, 0, "Fyll i nästa blad");
      Worksheet sheet = book.newWorksheet(String.valueOf(file.sheet()));
      for (int column = 0; column < header.size(); column++) {
        sheet.value(0, column, header.get(column));
        for (int row = 0; row < rows.size(); row++) {
          cell(
              sheet,
              row + 1,
              column,
              schema.fields().get(column).type(),
              rows.get(row).getOrDefault(header.get(column), ""));
        }
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, FieldType type, String text) {
    if (text.isEmpty() || text.equals("-")) {
      sheet.value(row, column, text);
    } else if (type == FieldType.INTEGER) {
      sheet.value(row, column, Integer.parseInt(text));
    } else if (type == FieldType.TIMESTAMP) {
      sheet.value(row, column, LocalDateTime.parse(text.replace(' ', 'T')));
      sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
    } else if (type == FieldType.DATE) {
      sheet.value(row, column, LocalDateTime.parse(text + "T00:00:00"));
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else {
      sheet.value(row, column, text);
    }
  }
}
