package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.intake.RawTable;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.spark.LocalSpark;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MappedTablesTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  MappedTablesTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void deliver() throws IOException {
    deliver(
        "rows_1.csv",
        """
        no,home,when,kind,end
        0007,007,20250131,F,2025-02-01
        0008,7,20250230,X,
        0009,,igår,,2025-02-03
        0009,,igår,,2025-02-03
        """);
    deliver(
        "homes.csv",
        """
        id,name,town
        007,"Aspen, norra",Å
        9,Björken,Ö
        9,Alen,Ö
        9,,Ö
        """);
    deliver("kinds.csv", "code,means\nF|0007,FALL\nX|0008,OTHER\n");
  }

  private void deliver(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Homes whose numbers have one name each. */
  private void deliverClearHomes() throws IOException {
    deliver("homes.csv", "id,name,town\n007,\"Aspen, norra\",Å\n9,Björken,Ö\n");
  }

  /** The values of the column {@code org_unit_id}, made as the YAML says, by the row's number. */
  private List<String> made(String value) throws IOException {
    return made("rows", value, false);
  }

  private List<String> made(String from, String value, boolean distinct) throws IOException {
    String yaml =
        """
        source_system: X
        files: {rows: rows_*.csv, homes: homes.csv}
        lists: {kinds: kinds.csv}
        tables:
          conference:
            - from: %s
              distinct: %s
              columns:
                conference_id: %s
                planned_start: {constant: 2025-01-01}
                status: {constant: HELD}
                org_unit_id: %s
        """
            .formatted(
                from.equals("-") ? "null" : from,
                distinct,
                from.equals("rows") ? "{column: no}" : "{constant: k}",
                value);
    Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
    DataPackage contract = DataPackage.load();
    RawTable raw =
        MappedTables.in(folder, MappingReader.read(file, contract))
            .table(contract.require("conference"), spark)
            .orElseThrow();
    return raw.rows().orderBy("conference_id").select("org_unit_id").collectAsList().stream()
        .map(r -> String.valueOf(r.getString(0)))
        .toList();
  }

  @Test
  void aRenamedColumnKeepsItsLeadingZeros() throws IOException {
    assertThat(made("{column: no}")).containsExactly("0007", "0008", "0009", "0009");
  }

  @Test
  void aConstantIsTheSameForEveryRowAndOneRowWithoutAFile() throws IOException {
    assertThat(made("{constant: U}")).containsExactly("U", "U", "U", "U");
    assertThat(made("-", "{constant: U}", false)).containsExactly("U");
  }

  @Test
  void aDateInItsOwnFormBecomesIsoAndAnotherStaysAsItIs() throws IOException {
    assertThat(made("{column: when, date: yyyyMMdd}"))
        .containsExactly("2025-01-31", "20250230", "igår", "igår");
  }

  @Test
  void aValueMapTranslatesAndLeavesTheRestForScreening() throws IOException {
    assertThat(made("{column: kind, values: {F: FALL}}"))
        .containsExactly("FALL", "X", "null", "null");
    assertThat(made("{column: kind, values: {F: FALL}, otherwise: {constant: OTHER}}"))
        .containsExactly("FALL", "OTHER", "null", "null");
  }

  @Test
  void aLookupTakesTheRowOfTheSameKeyLetterForLetter() throws IOException {
    deliverClearHomes();
    assertThat(made("{lookup: {file: homes, key: id, by: {column: home}, take: name}}"))
        .containsExactly("Aspen, norra", "null", "null", "null");
  }

  @Test
  void aLookupWithoutAHitFallsBack() throws IOException {
    deliverClearHomes();
    assertThat(
            made(
                "{lookup: {file: homes, key: id, by: {column: home}, take: name}, otherwise: {column: home}}"))
        .containsExactly("Aspen, norra", "7", "null", "null");
  }

  @Test
  void partsArePutTogetherAndOneThatIsMissingEmptiesTheWhole() throws IOException {
    deliverClearHomes();
    assertThat(made("{concat: [{column: no}, {constant: '|'}, {column: kind}]}"))
        .containsExactly("0007|F", "0008|X", "null", "null");
    assertThat(
            made(
                "{concat: [{lookup: {file: homes, key: id, by: {column: home}, take: name}, otherwise: {column: no}}, {lookup: {file: homes, key: id, by: {column: home}, take: town}, otherwise: {constant: '?'}}]}"))
        .containsExactly("Aspen, norraÅ", "0008?", "0009?", "0009?");
  }

  @Test
  void aKeyWithTwoAnswersIsRefused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> made("{lookup: {file: homes, key: id, by: {column: home}, take: name}}"))
        .withMessage(
            "Mappningen hämtar name ur filen homes.csv med id som nyckel, men 1 nyckel har flera olika värden där: rätta filen eller välj en annan nyckel.")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }

  @Test
  void aKeyThatIsThereTwiceWithOneAnswerDoesNotDoubleTheRows() throws IOException {
    deliver("rows_1.csv", "no,home,when,kind,end\n1,9,,,\n");
    assertThat(made("{lookup: {file: homes, key: id, by: {column: home}, take: town}}"))
        .containsExactly("Ö");
  }

  @Test
  void aKeyMayBePutTogetherAndLookedUpInAListOfTheMapping() throws IOException {
    assertThat(
            made(
                "{lookup: {file: kinds, key: code, by: {concat: [{column: kind}, {constant: '|'}, {column: no}]}, take: means}}"))
        .containsExactly("FALL", "OTHER", "null", "null");
  }

  @Test
  void aKeyMayItselfBeLookedUp() throws IOException {
    deliver("homes.csv", "id,name,town\n007,F|0007,Å\n");
    assertThat(
            made(
                "{lookup: {file: kinds, key: code, by: {lookup: {file: homes, key: id, by: {column: home}, take: name}}, take: means}}"))
        .containsExactly("FALL", "null", "null", "null");
  }

  @Test
  void rowsThatBecomeAlikeAreOneWhereAskedFor() throws IOException {
    assertThat(made("rows", "{constant: U}", true)).hasSize(3);
    assertThat(made("homes", "{column: town}", true)).containsExactlyInAnyOrder("Å", "Ö");
  }

  @Test
  void severalFilesOfOneNameAreReadTogether() throws IOException {
    deliver("rows_2.csv", "kind,no,home,when,end,extra\nF,0001,9,,,x\n");
    assertThat(made("{column: no}")).containsExactly("0001", "0007", "0008", "0009", "0009");
  }

  @Test
  void aFileOrColumnThatDidNotComeIsTold() throws IOException {
    assertRefused("Mappningen läser kolumnen colour, men den finns inte i filen rows_*.csv");
    Files.delete(folder.resolve("homes.csv"));
    assertRefused("väntar sig en fil som heter homes.csv");
  }

  private void assertRefused(String part) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> made("{column: colour}"))
        .withMessageContaining(part)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }
}
