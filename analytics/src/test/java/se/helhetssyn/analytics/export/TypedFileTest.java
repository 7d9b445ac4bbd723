package se.helhetssyn.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.FigureState;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.MartFixture;
import se.helhetssyn.analytics.mart.MartSchema;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.mart.PeriodKind;
import se.helhetssyn.analytics.mart.StoreLayout;

/** Workbooks and Arrow files. */
class TypedFileTest {
  private static final Period Q3 = new Period(PeriodKind.QUARTER, LocalDate.of(2026, 7, 1));

  @TempDir Path folder;
  private Path mart = Path.of("");

  @BeforeEach
  void publish() {
    MartFixture.in(folder.resolve("store"), "g1")
        .node(OrgLevel.MUNICIPALITY, "K", "Kommunen", null)
        .indicator("C03", "Konferenser", "Åsen 'à la' <b>&\"", 1.0)
        .figure("C03", OrgLevel.MUNICIPALITY, "K", Q3, new FigureState.Suppressed())
        .share("C03", OrgLevel.MUNICIPALITY, "K", Q3.previous(), 1, 8)
        .publish();
    mart = new StoreLayout(folder.resolve("store")).mart("g1", Layer.PROTECTED);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart)) {
      connection.createStatement().execute(sql);
    }
  }

  private Path export(What what, Format format) {
    Path out = folder.resolve("ut." + format);
    Export.write(mart, what, format, out);
    return out;
  }

  private static List<Row> sheet(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<List<@Nullable Object>> arrow(Path file) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        FileChannel channel = FileChannel.open(file);
        ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
      VectorSchemaRoot batch = reader.getVectorSchemaRoot();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      rows.add(Arrays.asList(batch.getSchema().getFields().stream().map(Field::getName).toArray()));
      while (reader.loadNextBatch()) {
        for (int i = 0; i < batch.getRowCount(); i++) {
          List<@Nullable Object> row = new ArrayList<>();
          for (FieldVector vector : batch.getFieldVectors()) {
            Object value = vector.getObject(i);
            row.add(value == null ? null : value.toString());
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  @Test
  void aWorkbookHoldsFiguresAsNumbersAndDates() throws IOException {
    List<Row> rows = sheet(export(What.INDICATORS, Format.XLSX));
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst().stream().map(Cell::getText))
        .containsExactlyElementsOf(
            List.of(MartSchema.INDICATOR_VALUE.columnList().split(", ", -1)));
    int value = column("value");
    assertThat(rows.get(1).getCellAsNumber(value).orElseThrow()).isEqualByComparingTo("0.125");
    assertThat(rows.get(1).getCellAsDate(column("period_start")).orElseThrow())
        .isEqualTo("2026-04-01T00:00");
    assertThat(rows.get(1).getCellAsBoolean(column("preliminary")).orElseThrow()).isFalse();
    assertThat(rows.get(2).getOptionalCell(value).map(Cell::getType))
        .isNotEqualTo(java.util.Optional.of(CellType.NUMBER));
    assertThat(rows.get(2).getCellText(column("state"))).isEqualTo("SUPPRESSED");
  }

  private static int column(String name) {
    return List.of(MartSchema.INDICATOR_VALUE.columnList().split(", ", -1)).indexOf(name);
  }

  @Test
  void textsOfAWorkbookStayAsTheyAre() throws IOException {
    assertThat(sheet(export(What.DEFINITIONS, Format.XLSX)).get(1).getCellText(4))
        .isEqualTo("Åsen 'à la' <b>&\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x\",\"y\")", "+46", "-1+2", "@SUM(A1)"})
  void aTextThatCouldBeAFormulaIsNoneInAWorkbook(String hostile) throws Exception {
    change("UPDATE indicator_definition SET name = '%s'".formatted(hostile));
    Cell cell = sheet(export(What.DEFINITIONS, Format.XLSX)).get(1).getCell(4);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getText()).isEqualTo("'" + hostile);
  }

  @Test
  void aTextThatNoCellHoldsIsRefusedAndNothingIsLeft() throws Exception {
    change("UPDATE indicator_definition SET definition = repeat('x', 32768)");
    assertThatThrownBy(() -> export(What.DEFINITIONS, Format.XLSX))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("Välj csv, parquet eller arrow.");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("store"));
    }
    assertThat(arrow(export(What.DEFINITIONS, Format.ARROW))).hasSize(2);
  }

  @Test
  void anArrowFileHoldsTypesAndTexts() throws IOException {
    List<List<@Nullable Object>> rows = arrow(export(What.INDICATORS, Format.ARROW));
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst())
        .isEqualTo(List.of(MartSchema.INDICATOR_VALUE.columnList().split(", ", -1)));
    assertThat(rows.get(1)).contains("0.125", "20544", "false", "MUNICIPALITY");
    assertThat(rows.get(2)).contains("SUPPRESSED").doesNotContain("0.125");
    assertThat(arrow(export(What.DEFINITIONS, Format.ARROW)).get(1)).contains("Åsen 'à la' <b>&\"");
  }

  @Test
  void anArrowFileTakesMoreRowsThanABatch() throws Exception {
    change(
        """
        INSERT INTO indicator_series
        SELECT 'C03', 1, i, 'S' || i, 'Serie ' || i, 'SHARE' FROM range(1, 20000) t(i)
        """);
    List<List<@Nullable Object>> rows = arrow(export(What.DEFINITIONS, Format.ARROW));
    assertThat(rows).hasSize(1 + 20_000);
    assertThat(rows.getLast()).contains("S19999");
    assertThat(sheet(export(What.DEFINITIONS, Format.XLSX))).hasSize(1 + 20_000);
  }

  @ParameterizedTest
  @EnumSource(What.class)
  void everythingCanBeWrittenInEveryForm(What what) throws IOException {
    for (Format format : Format.values()) {
      assertThat(export(what, format)).isNotEmptyFile();
    }
    assertThat(arrow(folder.resolve("ut.ARROW")).getFirst()).isNotEmpty();
  }
}
