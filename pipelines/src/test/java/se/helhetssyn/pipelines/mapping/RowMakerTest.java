package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.delivery.Deliveries;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

/** Each way to make a value, row by row. */
final class RowMakerTest {
  private static final DataPackage CONTRACT = DataPackage.load();

  @TempDir private Path folder;

  @BeforeEach
  void deliver() throws IOException {
    deliver(
        "rows_1.csv",
        """
        no,home,when,kind,end
        0007,007,20250131,F,2025-02-01
        0008,7,20250230,X,
        0009,,igår,,2025-02-03
        """);
    deliver("homes.csv", "id,name,town\n007,\"Aspen, norra\",Å\n9,Björken,Ö\n");
    deliver("kinds.csv", "code,means\nF|0007,FALL\nX|0008,OTHER\n");
  }

  private void deliver(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** The values that one column of conferences gets, by row; null as text where there is none. */
  private List<String> made(String column, String value) throws IOException {
    return made(column, value, "", "");
  }

  private List<String> made(String column, String value, String rows, String mapping)
      throws IOException {
    List<String> needed = new ArrayList<>();
    for (String required : List.of("conference_id", "planned_start", "status")) {
      if (!required.equals(column)) {
        needed.add(
            "%s: {constant: %s}".formatted(required, required.equals("status") ? "HELD" : "x"));
      }
    }
    needed.add(column + ": " + value);
    String yaml =
        """
        source_system: X
        files: {rows: rows_*.csv, homes: homes.csv}
        lists: {kinds: kinds.csv}
        %s
        tables:
          conference:
            - from: rows
              %s
              columns: {%s}
        """
            .formatted(mapping, rows, String.join(", ", needed));
    return made(column, Files.writeString(folder.resolve("x.yaml"), yaml));
  }

  private List<String> made(String column, Path yaml) {
    MappingDefinition mapping = MappingReader.read(yaml, CONTRACT);
    TableSchema schema = CONTRACT.require("conference");
    int position = schema.columns().indexOf(column);
    List<String> values = new ArrayList<>();
    MappedRecords records =
        new MappedRecords(mapping, SourceFiles.of(Deliveries.mapped(folder, mapping), mapping));
    mapping
        .tables()
        .getOrDefault("conference", List.of())
        .forEach(source ->
            records.each(
                schema, source, row -> values.add(String.valueOf(row.values().get(position)))));
    return values;
  }

  @Test
  void aColumnKeepsItsLeadingZerosAndMayBeNamedShortly() throws IOException {
    assertThat(made("org_unit_id", "{column: no}")).containsExactly("0007", "0008", "0009");
    assertThat(made("org_unit_id", "no")).containsExactly("0007", "0008", "0009");
  }

  @Test
  void zerosThatWereLostComeBack() throws IOException {
    assertThat(made("org_unit_id", "{column: home, pad: 3}")).containsExactly("007", "007", "null");
  }

  @Test
  void aDateInItsOwnFormBecomesIsoAndAnotherStaysAsItIs() throws IOException {
    assertThat(made("booked_at", "{column: when, date: yyyyMMdd}"))
        .containsExactly("2025-01-31", "20250230", "igår");
  }

  @Test
  void theFormsOfTheMappingHoldForEveryDateOfTheContract() throws IOException {
    deliver(
        "rows_1.csv", "no,when\n1,31/1/2025 07:30\n2,2025-01-31 07:30\n3,2025-01-31\n4,45688\n");
    String dates = "dates: [d/M/yyyy HH:mm, yyyy-MM-dd HH:mm, excel]";
    assertThat(made("booked_at", "when", "", dates))
        .containsExactly("2025-01-31", "2025-01-31", "2025-01-31", "2025-01-31");
    assertThat(made("actual_start", "when", "", dates))
        .containsExactly("2025-01-31T07:30:00", "2025-01-31T07:30:00", "2025-01-31", "2025-01-31");
    assertThat(made("org_unit_id", "when", "", dates)).startsWith("31/1/2025 07:30");
  }

  @Test
  void aValueMapTranslatesLetterForLetterAndLeavesTheRestForScreening() throws IOException {
    assertThat(made("cancel_reason", "{column: kind, values: {F: STAFFING, x: OTHER}}"))
        .containsExactly("STAFFING", "X", "null");
    assertThat(
            made(
                "cancel_reason",
                "{column: kind, values: {F: STAFFING}, otherwise: {constant: OTHER}}"))
        .containsExactly("STAFFING", "OTHER", "null");
  }

  @Test
  void labelsAreReadWhateverTheirCaseAndBlanks() throws IOException {
    deliver("rows_1.csv", "s\nINSTÄLLD\n blev  inställd \nHållen\nHELD\n");
    assertThat(
            made(
                "status",
                "{column: s, labels: {CANCELLED: [Inställd, Blev inställd], HELD: hållen}}"))
        .containsExactly("CANCELLED", "CANCELLED", "HELD", "HELD");
  }

  @Test
  void yesAndNoAreUnderstoodWhereTheContractHasThem() throws IOException {
    deliver("rows_1.csv", "a,b\nJa,\nNEJ,\nj,\nN,\n1,\n0,\nx,\nSant,\nFalskt,\n,\nkanske,\nYES,\n");
    assertThat(made("minutes_written", "a"))
        .containsExactly(
            "YES", "NO", "YES", "NO", "YES", "NO", "YES", "YES", "NO", "null", "kanske", "YES");
    assertThat(made("org_unit_id", "a")).startsWith("Ja", "NEJ");
  }

  @Test
  void whatMeansMissingIsNoValue() throws IOException {
    deliver("rows_1.csv", "a\n-\nnull\n Saknas \nE1\n");
    assertThat(made("org_unit_id", "a", "", "missing: ['-', NULL, saknas]"))
        .containsExactly("null", "null", "null", "E1");
    assertThat(made("org_unit_id", "{column: a, missing: E1, otherwise: {constant: K}}"))
        .containsExactly("-", "null", "Saknas", "K");
  }

  @Test
  void aPartOfATextIsTaken() throws IOException {
    deliver("rows_1.csv", "a\nE1 - Aspen\nE2\n - Alen\n");
    assertThat(made("org_unit_id", "{column: a, split: {by: ' - ', take: 1}}"))
        .containsExactly("E1", "E2", "- Alen");
    assertThat(made("org_unit_id", "{column: a, split: {by: ' - ', take: 2}}"))
        .containsExactly("Aspen", "null", "null");
    assertThat(made("org_unit_id", "{column: a, split: {by: '-', take: last}}"))
        .containsExactly("Aspen", "E2", "Alen");
  }

  @Test
  void onlyRowsWithTheRightValueAreTaken() throws IOException {
    assertThat(made("org_unit_id", "no", "where: {column: kind}", ""))
        .containsExactly("0007", "0008");
    assertThat(made("org_unit_id", "no", "where: {column: kind, in: [x, y]}", ""))
        .containsExactly("0008");
  }

  @Test
  void partsArePutTogetherAndOneThatIsMissingEmptiesTheWhole() throws IOException {
    assertThat(made("org_unit_id", "{concat: [{column: no}, {constant: '|'}, {column: kind}]}"))
        .containsExactly("0007|F", "0008|X", "null");
  }

  @Test
  void aLookupTakesTheRowOfTheSameKeyLetterForLetterAndMayFallBack() throws IOException {
    String lookup = "lookup: {file: homes, key: id, by: {column: home}, take: name}";
    assertThat(made("org_unit_id", "{" + lookup + "}"))
        .containsExactly("Aspen, norra", "null", "null");
    assertThat(made("org_unit_id", "{" + lookup + ", otherwise: {column: home}}"))
        .containsExactly("Aspen, norra", "7", "null");
  }

  @Test
  void aKeyMayBePutTogetherOrItselfBeLookedUp() throws IOException {
    assertThat(
            made(
                "org_unit_id",
                "{lookup: {file: kinds, key: code, by: {concat: [kind, {constant: '|'}, no]}, take: means}}"))
        .containsExactly("FALL", "OTHER", "null");
    deliver("homes.csv", "id,name,town\n007,F|0007,Å\n");
    assertThat(
            made(
                "org_unit_id",
                "{lookup: {file: kinds, key: code, by: {lookup: {file: homes, key: id, by: home, take: name}}, take: means}}"))
        .containsExactly("FALL", "null", "null");
  }

  @Test
  void aKeyWithTwoAnswersIsRefused() throws IOException {
    deliver("homes.csv", "id,name,town\n9,Björken,Ö\n9,Alen,Ö\n9,,Ö\n");
    assertThat(made("org_unit_id", "{lookup: {file: homes, key: id, by: home, take: town}}"))
        .hasSize(3);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> made("org_unit_id", "{lookup: {file: homes, key: id, by: home, take: name}}"))
        .withMessage(
            "Mappningen hämtar name ur filen homes.csv med id som nyckel, men 1 nyckel har flera olika värden där: rätta filen eller välj en annan nyckel.")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }

  @Test
  void aDecimalCommaIsReadWhereTheFileHasOne() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("y.yaml"),
            """
            source_system: X
            files: {f: {pattern: f.txt.csv, decimal: ","}}
            tables:
              enrolment:
                - from: f
                  columns: {enrolment_id: id, person_key: id, enrolment_type: {constant: HOME_CARE},
                    law: {constant: SOL}, start_date: {constant: 2025-01-01}, hours_granted_month: t}
            """);
    deliver("f.txt.csv", "id;t\n1;3,5\n2;1 234,50\n3;12\n4;12.5\n5;tolv\n6;1,2,3\n");
    MappingDefinition mapping = MappingReader.read(file, CONTRACT);
    List<String> hours = new ArrayList<>();
    new MappedRecords(mapping, SourceFiles.of(Deliveries.mapped(folder, mapping), mapping))
        .each(
            CONTRACT.require("enrolment"),
            mapping.tables().getOrDefault("enrolment", List.of()).getFirst(),
            row -> hours.add(String.valueOf(row.values().getLast())));
    assertThat(hours).containsExactly("3.5", "1234.50", "12", "12.5", "tolv", "1,2,3");
  }

  @Test
  void theFormOfAFileIsFoundOrTold() throws IOException {
    Files.write(
        folder.resolve("rows_1.csv"),
        "Uttag 2025;;\n\nno;home;when\nÅ1;\"b;c\";x\nÄ2;d;y\n"
            .getBytes(Charset.forName("windows-1252")));
    assertThat(made("org_unit_id", "no")).containsExactly("Å1", "Ä2");
    assertThat(made("org_unit_id", "home")).containsExactly("b;c", "d");
  }

  @Test
  void aFileOrColumnThatDidNotComeIsTold() throws IOException {
    Files.delete(folder.resolve("homes.csv"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> made("org_unit_id", "{concat: [no, whem]}"))
        .withMessage(
            "Mappningen väntar sig en fil som heter homes.csv, men ingen sådan har levererats.\n"
                + "Mappningen läser kolumnen whem, men den finns inte i filen rows_*.csv; menade du when.")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }
}
