package se.helhetssyn.pipelines.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class FileHeaderTest {
  @TempDir private Path folder;

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.csv"), text);
  }

  private static void assertRefused(Path file, String part) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> {
          FileHeader.read(file);
          DeliveredFile.examine(file);
        })
        .withMessageContaining(String.valueOf(file.getFileName()))
        .withMessageContaining(part)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n",
        "a,b",
        "a , b\r\n1,2\r\n",
        "\"a\",\"b\"\n",
        "\uFEFFa,b\n1,2\n",
        "\n\na,b\n",
      })
  void theFirstLineNamesTheColumns(String text) throws IOException {
    assertThat(FileHeader.read(csv(text))).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
  void aFileWithoutAnyLineIsEmpty(String text) throws IOException {
    assertRefused(csv(text), "är tom");
  }

  @Test
  void anEmptyParquetFileIsEmpty() throws IOException {
    assertRefused(Files.createFile(folder.resolve("plan.parquet")), "är tom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,,b\n", "a,\n", ",a\n", "a,\" \"\n"})
  void aColumnWithoutANameIsRefused(String text) throws IOException {
    assertRefused(csv(text), "kolumn utan namn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b,a\n", "a, a\n"})
  void aColumnNamedTwiceIsRefused(String text) throws IOException {
    assertRefused(csv(text), "kolumnen a två gånger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE"})
  void aFileInAnotherEncodingIsRefused(String charset) throws IOException {
    Path file = folder.resolve("plan.csv");
    Files.writeString(file, "a,b\n1,åäö\n", Charset.forName(charset));
    assertRefused(file, "inte skriven i UTF-8");
  }

  @Test
  void anEncodingThatBreaksFarDownIsFound() throws IOException {
    Path file = csv("a,b\n" + "1,åäö\n".repeat(20_000));
    assertThat(DeliveredFile.examine(file).bytes()).isEqualTo(Files.size(file));
    byte[] bytes = ("a,b\n" + "1,xyz\n".repeat(20_000) + "1,Å").getBytes(StandardCharsets.UTF_8);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused(file, "inte skriven i UTF-8");
  }

  @Test
  void aFileIsKnownByItsDigest() throws IOException {
    assertThat(DeliveredFile.examine(csv("abc")).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aParquetFileNamesItsOwnColumns() throws SQLException {
    Path file = folder.resolve("it's plan.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 1 AS a, 2 AS b) TO '%s' (FORMAT parquet)"
              .formatted(file.toString().replace("'", "''")));
    }
    assertThat(FileHeader.read(file)).containsExactly("a", "b");
    assertThat(DeliveredFile.examine(file).sha256()).hasSize(64);
  }

  @Test
  void aBrokenParquetFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.parquet"), "PAR1 but not really PAR1");
    assertRefused(file, "går inte att läsa som Parquet");
  }
}
