package se.helhetssyn.pipelines.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookRecordsTest {
  @TempDir private Path folder;

  private Path workbook(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook);
    }
    return file;
  }

  private List<List<String>> sheet(Consumer<Worksheet> content) throws IOException {
    Path file = workbook(book -> content.accept(book.newWorksheet("Blad1")));
    return Records.all(WorkbookRecords.open(file, ""));
  }

  @Test
  void textAndTruthAreReadAsTheyAre() throws IOException {
    assertThat(
            sheet(s -> {
              s.value(0, 0, "Åsa & \"Ö\"");
              s.inlineString(0, 1, "0012");
              s.value(0, 2, true);
            }))
        .containsExactly(List.of("Åsa & \"Ö\"", "0012", "true"));
  }

  @Test
  void numbersAreReadInPlainDecimals() throws IOException {
    assertThat(
            sheet(s -> {
              s.value(0, 0, 12);
              s.value(0, 1, 4.1);
              s.value(0, 2, 0.1 + 0.2);
              s.value(0, 3, 1e-7);
              s.value(0, 4, 12_345_678_901_234L);
              s.value(0, 5, 3.0);
            }))
        .containsExactly(List.of("12", "4.1", "0.3", "0.0000001", "12345678901234", "3"));
  }

  @Test
  void datesAndTimesAreReadAsTheirFormatsShowThem() throws IOException {
    assertThat(
            sheet(s -> {
              s.value(0, 0, LocalDate.of(2026, 1, 31));
              s.style(0, 0).format("yyyy-mm-dd").set();
              s.value(0, 1, LocalDateTime.of(2026, 7, 1, 10, 20, 59));
              s.style(0, 1).format("yyyy\\-mm\\-dd\\ hh:mm:ss").set();
              s.value(0, 2, LocalDate.of(2026, 1, 31));
              s.style(0, 2).format("[$-41D]d mmmm yyyy;@").set();
              s.value(0, 3, 0.5);
              s.style(0, 3).format("hh:mm").set();
              s.value(0, 4, 1.25);
              s.style(0, 4).format("[h]:mm").set();
              s.value(0, 5, 46053);
              s.style(0, 5).format("#,##0 \"dagar\"").set();
              s.value(0, 6, LocalDate.of(2026, 1, 31));
              s.style(0, 6).format("yyyy-mm-dd hh:mm").set();
            }))
        .containsExactly(
            List.of(
                "2026-01-31",
                "2026-07-01 10:20:59",
                "2026-01-31",
                "12:00:00",
                "1.25",
                "46053",
                "2026-01-31 00:00:00"));
  }

  @Test
  void blankRowsAreNoRecordsAndBlankCellsAreEmpty() throws IOException {
    assertThat(
            sheet(s -> {
              s.value(1, 1, "a");
              s.value(1, 3, "b");
              s.value(2, 0, " ");
              s.value(5, 0, "c");
              s.value(5, 2, "");
            }))
        .containsExactly(List.of("", "a", "", "b"), List.of("c"));
  }

  @Test
  void formulasAreNotComputed() throws IOException {
    assertThat(
            sheet(s -> {
              s.value(0, 0, 1);
              s.formula(0, 1, "A1+1");
              s.value(0, 2, "after");
            }))
        .containsExactly(List.of("1", "", "after"));
  }

  @Test
  void whatAnOfficeProgramLastShowedIsRead() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>
        """);
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>
        </workbook>
        """);
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
    parts.put("xl/sharedStrings.xml", "<sst><si><r><t>Två </t></r><r><t>delar</t></r></si></sst>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        """
        <worksheet><sheetData><row r="3" spans="1:8">
          <c r="A3" t="s"><v>0</v></c>
          <c r="B3" s="1"><v>46053</v></c>
          <c r="C3" s="1"><f>B3+1</f><v>46054</v></c>
          <c r="D3" t="str"><f>A3</f><v>Två delar</v></c>
          <c r="E3"><v>4.0999999999999996</v></c>
          <c r="F3" t="b"><v>0</v></c>
          <c r="H3" t="e"><f>1/0</f><v>#DIV/0!</v></c>
          <c r="I3" s="1"/>
        </row></sheetData></worksheet>
        """);
    assertThat(Records.all(WorkbookRecords.open(zip(parts), "")))
        .containsExactly(
            List.of(
                "Två delar",
                "2026-01-31",
                "2026-02-01",
                "Två delar",
                "4.1",
                "false",
                "",
                "#DIV/0!"));
  }

  @Test
  void aSheetIsFoundByItsName() throws IOException {
    Path file =
        workbook(book -> {
          book.newWorksheet("Om").value(0, 0, "about");
          book.newWorksheet("Ärenden").value(0, 0, "cases");
        });
    assertThat(Records.all(WorkbookRecords.open(file, ""))).containsExactly(List.of("about"));
    assertThat(Records.all(WorkbookRecords.open(file, "Ärenden")))
        .containsExactly(List.of("cases"));
    assertThatIOException().isThrownBy(() -> WorkbookRecords.open(file, "Andra"));
  }

  @Test
  void aWorkbookBeyondItsLimitsIsRefused() throws IOException {
    Path file =
        workbook(book -> {
          Worksheet sheet = book.newWorksheet("Blad1");
          for (int row = 0; row < 20_000; row++) {
            sheet.value(row, 0, "the same text");
            sheet.value(row, 1, 1);
          }
        });
    WorkbookLimits usual = WorkbookLimits.USUAL;
    assertThat(Records.all(WorkbookRecords.open(file, "", usual))).hasSize(20_000);
    refused(file, new WorkbookLimits(3, usual.bytes(), usual.ratio(), 1 << 20, 1), "entries");
    refused(file, new WorkbookLimits(100, 1 << 18, usual.ratio(), 1 << 20, 1), "bytes");
    refused(file, new WorkbookLimits(100, usual.bytes(), 2, 1 << 20, 1), "ratio");
    refused(file, new WorkbookLimits(100, usual.bytes(), usual.ratio(), 20, 1), "shared text");
  }

  private static void refused(Path file, WorkbookLimits limits, String which) {
    assertThatExceptionOfType(FileTooLargeException.class)
        .isThrownBy(() -> WorkbookRecords.open(file, "", limits))
        .withMessage(which);
  }

  @Test
  void aCellFarOutsideASheetIsRefused() throws IOException {
    Path file = zip("<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"/></row></sheetData>");
    refused(file, WorkbookLimits.USUAL, "columns");
  }

  @Test
  void manyMatrixFormulasAreRefused() throws IOException {
    String cell = "<c r=\"A1\"><f t=\"array\" ref=\"A1\">1</f></c>";
    refused(zip(cell.repeat(1_001)), WorkbookLimits.USUAL, "matrix formulas");
  }

  @Test
  void whatIsNoWorkbookIsNamedSoWithoutItsContent() throws IOException {
    for (Path file : List.of(zip("<secret"), Files.writeString(folder.resolve("b"), "secret"))) {
      assertThatIOException()
          .isThrownBy(() -> WorkbookRecords.open(file, ""))
          .withMessageNotContaining("secret");
    }
  }

  private Path zip(String sheet) throws IOException {
    return zip(Map.of("xl/worksheets/sheet1.xml", sheet));
  }

  private Path zip(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("made.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
