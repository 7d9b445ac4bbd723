package se.helhetssyn.analytics.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.helhetssyn.analytics.export.ExportException.Fault;

/** Writes rows to an Office Open XML workbook, a part at a time. */
final class WorkbookFile implements RowFile {
  private static final int LONGEST_TEXT = 32_767;
  private static final int FLUSHED_ROWS = 1_000;

  @Override
  public void write(ResultSet rows, ResultSetMetaData columns, Path file)
      throws IOException, SQLException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Helhetssyn", null);
        Worksheet sheet = workbook.newWorksheet("Helhetssyn")) {
      header(sheet, columns);
      for (int place = 1; rows.next(); place++) {
        requireRoom(place);
        row(sheet, place, rows, columns);
        if (place % FLUSHED_ROWS == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static void header(Worksheet sheet, ResultSetMetaData columns) throws SQLException {
    for (int i = 0; i < columns.getColumnCount(); i++) {
      sheet.value(0, i, columns.getColumnName(i + 1));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  private static void requireRoom(int place) {
    if (place >= Worksheet.MAX_ROWS) {
      throw new ExportException(
          Fault.OUTPUT, "Raderna är fler än ett kalkylblad rymmer. Välj csv, parquet eller arrow.");
    }
  }

  private static void row(Worksheet sheet, int place, ResultSet rows, ResultSetMetaData columns)
      throws SQLException {
    for (int i = 0; i < columns.getColumnCount(); i++) {
      switch (rows.getObject(i + 1)) {
        case null -> {}
        case Number number -> sheet.value(place, i, number);
        case Boolean truth -> sheet.value(place, i, truth);
        case LocalDate day -> {
          sheet.value(place, i, day);
          sheet.style(place, i).format("yyyy-mm-dd").set();
        }
        case Object other -> sheet.inlineString(place, i, text(other.toString()));
      }
    }
  }

  private static String text(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ExportException(
          Fault.OUTPUT,
          "En text är längre än en cell i ett kalkylblad rymmer. Välj csv, parquet eller arrow.");
    }
    return text;
  }
}
