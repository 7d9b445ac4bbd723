package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;

final class MappingTrialTest {
  private static final String MAPPING =
      """
      source_system: X
      dates: yyyyMMdd
      files: {avvikelser: {pattern: "Avvikelser*.csv"}}
      tables:
        deviation:
          - from: avvikelser
            columns:
              deviation_id: Nr
              law: Lag
              category: {column: Typ, labels: {FALL: Fall}}
              person_key: Nyckel
              reported_at: Datum
              severity: Grad
              status: {constant: NEW}
              lex_track: {constant: NONE}
              external_party: {constant: NONE}
      """;

  @TempDir private Path folder;

  private DeliveryTrial trial(String rows) throws IOException {
    Files.write(
        folder.resolve("Avvikelser_1.csv"),
        ("Nr;Lag;Typ;Nyckel;Datum;Grad;Fritext\n" + rows)
            .getBytes(Charset.forName("windows-1252")));
    Files.writeString(folder.resolve("x.yaml"), MAPPING);
    return tried();
  }

  private DeliveryTrial tried() {
    return DeliveryTrial.of(
        folder, Mappings.read(List.of(folder.resolve("x.yaml")), DataPackage.load()));
  }

  @Test
  void aDeliveryThatComesThroughIsTold() throws IOException {
    DeliveryTrial trial = trial("1;SOL;fall;a1;20260131;2;Å\n2;HSL;FALL;;20260131;;Ä\n");
    assertThat(trial.passes()).isTrue();
    assertThat(trial.report())
        .isEqualToNormalizingNewlines(
            """
            Filer
              avvikelser: Avvikelser_1.csv (rubriker på rad 1, windows-1252, ; mellan värdena)
            Kolumner som mappningen inte läser
              Avvikelser*.csv: Fritext
            Tabeller
              deviation: 2 rader, 2 går igenom\
            """);
  }

  @Test
  void everyRowThatFailsIsToldWithPlaceAndReasonButNoValue() throws IOException {
    DeliveryTrial trial =
        trial(
            """
            1;SOL;Fall;a1;20260131;2;x
            1;SOL;Fall;a1;20260131;2;y
            1;SOL;Fall;a2;20260131;2;z
            2;SOL;Stöld;a1;20260131;2;x
            3;SOL;Stöld;a1;31 januari;9;x
            ;SOL;Ring Testa Testsson;a1;20260131;två;x
            5;SOL;Fall;12345;20260131;2;x
            6;SOL;Fall
            """);
    assertThat(trial.passes()).isFalse();
    assertThat(trial.report())
        .contains(
            "deviation.category: ”Stöld” (2 rader), 1 värden som inte visas",
            "deviation, 1 rad: raden har samma nyckel (deviation_id) som en annan rad men annat innehåll (Avvikelser_1.csv rad 3)",
            "deviation, 3 rader: category har ett värde utan översättning, kolumnen Typ (Avvikelser_1.csv rad 4, 5, 6)",
            "deviation, 1 rad: reported_at är ingen tidpunkt som går att läsa, kolumnen Datum (Avvikelser_1.csv rad 5)",
            "deviation, 1 rad: severity ligger utanför de värden som är möjliga, kolumnen Grad (Avvikelser_1.csv rad 5)",
            "deviation, 1 rad: severity är inget heltal, kolumnen Grad (Avvikelser_1.csv rad 6)",
            "deviation, 1 rad: deviation_id saknar värde, kolumnen Nr (Avvikelser_1.csv rad 6)",
            "deviation, 1 rad: person_key har inte den form som krävs, kolumnen Nyckel (Avvikelser_1.csv rad 7)",
            "deviation, 1 rad: raden har inte lika många värden som rubrikraden (Avvikelser_1.csv rad 8)",
            "deviation: 8 rader, 1 går igenom, 1 kopia")
        .doesNotContain("Testsson", "12345", "31 januari", "två");
  }

  @Test
  void rowRulesAreHeldToo() throws IOException {
    Files.writeString(
        folder.resolve("boenden.csv"),
        "Nr;Enhet;Start;Slut\n1;Ek;2026-01-02;2026-01-01\n2;Al;2026-01-02;9999-12-31\n3;Ek;2026-01-02;\n");
    Files.writeString(folder.resolve("enheter.csv"), "Namn;Kod\nEk;E1\n");
    Path yaml =
        Files.writeString(
            folder.resolve("y.yaml"),
            """
            source_system: Y
            files: {boenden: boenden.csv, enheter: enheter.csv}
            tables:
              enrolment:
                - from: boenden
                  columns:
                    enrolment_id: Nr
                    person_key: {constant: a1}
                    org_unit_id: {lookup: {file: enheter, key: Namn, by: Enhet, take: Kod}}
                    enrolment_type: {constant: RESIDENTIAL}
                    law: {constant: SOL}
                    start_date: Start
                    end_date: Slut
                    end_reason: {constant: OTHER}
            """);
    DeliveryTrial trial =
        DeliveryTrial.of(folder, Mappings.read(List.of(yaml), DataPackage.load()));
    assertThat(trial.passes()).isFalse();
    assertThat(trial.report())
        .contains(
            "enrolment, 1 rad: Slutdatum ligger före startdatum (END_BEFORE_START) (boenden.csv rad 1)",
            "Hämtas ur en annan fil, men där finns inget\n  enrolment.org_unit_id: 1 rad",
            "enrolment: 3 rader, 2 går igenom");
  }

  @Test
  void whatDidNotComeIsToldBeforeAnyRow() throws IOException {
    DeliveryTrial trial = trial("");
    Files.delete(folder.resolve("Avvikelser_1.csv"));
    Files.writeString(folder.resolve("Annat.csv"), "a;b\n1;2\n");
    DeliveryTrial without = tried();
    assertThat(trial.passes()).isTrue();
    assertThat(without.passes()).isFalse();
    assertThat(without.report())
        .contains("avvikelser: ingen fil heter Avvikelser*.csv", "Annat.csv")
        .contains("Mappningen väntar sig en fil som heter Avvikelser*.csv");
  }

  @Test
  void wordsAreTellableButNamesAndNumbersAreNot() {
    assertThat(TrialReport.isWord("Pågår (utredning)")).isTrue();
    assertThat(TrialReport.isWord("Kategori 1-2")).isTrue();
    assertThat(TrialReport.isWord("Testa Testsson")).isFalse();
    assertThat(TrialReport.isWord("070-123 45 67 8901")).isFalse();
    assertThat(TrialReport.isWord("Ringde anhörig som berättade att allt var bra igår")).isFalse();
  }
}
