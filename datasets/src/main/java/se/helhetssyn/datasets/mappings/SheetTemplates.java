package se.helhetssyn.datasets.mappings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;
import se.helhetssyn.datasets.contract.FieldType;
import se.helhetssyn.datasets.contract.TableSchema;

/**
 * Workbooks to fill in, for tables that no system holds: one per table, with a sheet of advice, a
 * sheet to fill in under the columns' Swedish titles, and a sheet of the codes that its lists offer
 * as {@code label – CODE}. The shipped mapping {@code templates.yaml} reads them.
 */
public final class SheetTemplates {
  /** Tables that have a workbook. */
  public static final List<String> TABLES =
      List.of("conference", "conference_participant", "conference_case", "followup_item");

  /** Name of the sheet that is filled in. */
  public static final String SHEET = "Fyll i";

  /** What stands between a label and its code. */
  public static final String BETWEEN = " – ";

  private static final String CODES = "Koder";
  private static final int ROWS = 2_000;
  private static final double WIDTH = 24;

  private final TableSchema table;
  private final Vocabulary vocabulary;

  private SheetTemplates(TableSchema table, Vocabulary vocabulary) {
    this.table = table;
    this.vocabulary = vocabulary;
  }

  /** Writes every workbook into a folder, which is made if it does not exist. */
  public static void write(Path dir) {
    DataPackage contract = DataPackage.load();
    Vocabulary vocabulary = Vocabulary.load();
    try {
      Files.createDirectories(dir);
      for (String table : TABLES) {
        new SheetTemplates(contract.require(table), vocabulary).write(dir, table + ".xlsx");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Mallarna kan inte skrivas till " + dir, e);
    }
  }

  private void write(Path dir, String name) throws IOException {
    try (OutputStream out = Files.newOutputStream(dir.resolve(name));
        Workbook book = new Workbook(out, "Helhetssyn", "1.0")) {
      advice(book.newWorksheet("Läs först"));
      Worksheet rows = book.newWorksheet(SHEET);
      Worksheet codes = book.newWorksheet(CODES);
      for (int i = 0; i < table.fields().size(); i++) {
        column(rows, codes, i, table.fields().get(i));
      }
      rows.freezePane(0, 1);
    }
  }

  private void advice(Worksheet sheet) {
    List<String> lines =
        List.of(
            table.title(),
            table.description(),
            "Fyll i bladet ”%s”, en rad för varje post. Ändra inga rubriker.".formatted(SHEET),
            "Välj i listan där det finns en. Lämna rutan tom när uppgiften saknas.",
            "Skriv datum som 2026-03-31 och tider som 2026-03-31 13:30.",
            "Skriv aldrig namn, personnummer, telefonnummer eller annan fri text. Personen anges med den nyckel som kommunen tar fram utanför Helhetssyn.",
            "Spara boken i mappen med uttagen, till exempel som %s.2026-03.xlsx."
                .formatted(table.name()),
            "Kolumnerna, * måste fyllas i:");
    for (String line : lines) {
      sheet.value(lines.indexOf(line), 0, line);
    }
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.width(0, WIDTH);
    sheet.width(1, 4 * WIDTH);
    for (int i = 0; i < table.fields().size(); i++) {
      FieldSchema field = table.fields().get(i);
      sheet.value(lines.size() + i, 0, field.title() + (field.required() ? " *" : ""));
      sheet.value(lines.size() + i, 1, field.description());
    }
  }

  private void column(Worksheet rows, Worksheet codes, int column, FieldSchema field) {
    rows.style(column).format(format(field.type())).set();
    rows.value(0, column, field.title());
    rows.style(0, column).bold().format("@").set();
    rows.width(column, WIDTH);
    codes.value(0, column, field.title());
    codes.style(0, column).bold().set();
    codes.width(column, 2 * WIDTH);
    if (!field.codes().isEmpty()) {
      for (int i = 0; i < field.codes().size(); i++) {
        codes.value(i + 1, column, option(field.codes().get(i)));
      }
      rows.range(1, column, ROWS, column)
          .validateWithList(codes.range(1, column, field.codes().size(), column))
          .allowBlank(true)
          .showErrorMessage(true)
          .errorTitle(field.title())
          .error("Välj ett av värdena i listan, eller lämna rutan tom.");
    }
  }

  private String option(String code) {
    return vocabulary.label(code) + BETWEEN + code;
  }

  /** A number format of the spreadsheet; text keeps leading zeros. */
  private static String format(FieldType type) {
    return switch (type) {
      case STRING, BOOLEAN -> "@";
      case INTEGER -> "0";
      case DECIMAL -> "0.0###";
      case DATE -> "yyyy-mm-dd";
      case TIMESTAMP -> "yyyy-mm-dd hh:mm";
    };
  }
}
