package se.helhetssyn.datasets.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.FieldSchema;

final class SheetTemplatesTest {
  private static final Path COMMITTED = Path.of("..", "docs", "templates");

  @TempDir private Path folder;

  @Test
  void theCommittedWorkbooksFollowTheDescriptor() throws IOException {
    if (Boolean.getBoolean("helhetssyn.rewrite")) {
      SheetTemplates.write(COMMITTED);
    }
    SheetTemplates.write(folder);
    for (String table : SheetTemplates.TABLES) {
      assertThat(parts(COMMITTED.resolve(table + ".xlsx")))
          .as(
              "%s.xlsx is stale: ./mvnw -pl datasets test -Dtest=SheetTemplatesTest"
                  + " -Dsurefire.jvm.flags=-Dhelhetssyn.rewrite=true writes it anew",
              table)
          .isEqualTo(parts(folder.resolve(table + ".xlsx")));
    }
  }

  @Test
  void aCodeIsChosenFromAListOfLabels() throws IOException {
    SheetTemplates.write(folder);
    Map<String, String> parts = parts(folder.resolve("conference_participant.xlsx"));
    assertThat(parts.get("xl/worksheets/sheet2.xml"))
        .contains("<dataValidation sqref=\"C2:C2001\" type=\"list\"", "Koder");
    assertThat(parts.get("xl/sharedStrings.xml"))
        .contains("Fysioterapeut &#x2013; PHYSIOTHERAPIST");
  }

  @Test
  void everyCodeThatIsOfferedHasALabelOfItsOwn() {
    Vocabulary vocabulary = Vocabulary.load();
    for (var table : DataPackage.load().tables()) {
      for (FieldSchema field : table.fields()) {
        assertThat(field.codes())
            .allSatisfy(code -> assertThat(vocabulary.labels(code)).as(code).isNotEmpty());
        assertThat(field.codes().stream().map(vocabulary::label))
            .as("%s.%s", table.name(), field.name())
            .doesNotHaveDuplicates()
            .noneMatch(label -> label.contains(SheetTemplates.BETWEEN));
      }
    }
  }

  @Test
  void everyWordIsAboutSomethingInTheContract() {
    DataPackage contract = DataPackage.load();
    Vocabulary vocabulary = Vocabulary.load();
    assertThat(vocabulary.tables().keySet())
        .allSatisfy(table -> assertThat(contract.find(table)).as(table).isPresent());
    assertThat(vocabulary.codes().keySet())
        .isSubsetOf(
            contract.tables().stream()
                .flatMap(t -> t.fields().stream())
                .flatMap(f -> f.codes().stream())
                .toList());
    assertThat(vocabulary.columns().keySet())
        .isSubsetOf(
            contract.tables().stream()
                .flatMap(t -> t.columns().stream().flatMap(c -> Stream.of(c, t.name() + "." + c)))
                .toList());
  }

  /** What a workbook is made of, but for the time it was made. */
  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry :
          zip.stream().filter(e -> !e.getName().startsWith("docProps")).toList()) {
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
