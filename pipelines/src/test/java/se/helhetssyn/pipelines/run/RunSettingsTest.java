package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.ExceptedColumn;
import se.helhetssyn.pipelines.door.TestNumbers;
import se.helhetssyn.pipelines.inbox.Inbox;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class RunSettingsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  @TempDir private Path folder;

  private RunSettings read(String yaml) throws IOException {
    return RunSettings.read(Files.writeString(folder.resolve("lokalt.yaml"), yaml), inbox(), AS_OF);
  }

  private Inbox inbox() {
    return Inbox.read(new StoreLayout(folder));
  }

  /** A decision of the inbox: its number, and what it states besides its grounds. */
  private void decide(int number, String yaml) throws IOException {
    Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(
        folder.resolve("inbox/settings-%d.yaml".formatted(number)),
        "decided_at: 2025-10-01\ndecided_by: kvalitetschef\nreason: Prövas\n" + yaml);
  }

  private void assertRefused(String yaml, String... parts) throws IOException {
    decide(3, yaml);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("protection: {k_protected: 5}"))
        .withMessageContaining("settings-3.yaml")
        .withMessageContainingAll(parts)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  @Test
  void withoutAFileEverythingHasItsDefault() {
    RunSettings settings = RunSettings.read(null, inbox(), AS_OF);
    assertThat(settings.indicators()).isEmpty();
    assertThat(settings.asText())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("protection.k_protected", "5", "protection.k_public", "10"));
  }

  @Test
  void everythingCanBeSet() throws IOException {
    RunSettings settings =
        read(
            """
            indicators:
              P05: {within_days: 10}
            protection: {k_protected: 3, k_public: 50}
            """);
    assertThat(settings.indicators()).isEqualTo(Map.of("P05", Map.of("within_days", 10)));
    assertThat(settings.protection().protectedRule().k()).isEqualTo(3);
    assertThat(settings.protection().publicRule().k()).isEqualTo(50);
    assertThat(settings.asText()).containsEntry("P05.within_days", "10").hasSize(6);
    assertThat(settings.asText()).containsEntry("P05.within_days.source", "lokalt.yaml");
  }

  @Test
  void whatIsNotStatedKeepsItsDefault() throws IOException {
    assertThat(read("protection: {k_protected: 7}").asText())
        .containsEntry("protection.k_protected", "7")
        .containsEntry("protection.k_public", "10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protection: {k_protected: 2}",
        "protection: {k_protected: 1}",
        "protection: {k_protected: -3}",
        "protection: {k_protected: 51, k_public: 60}",
        "protection: {k_protected: 12}",
        "protection: {k_public: 4}",
        "protection: {k_public: 51}",
        "protection: {k_protected: 5.5}",
      })
  void aRuleThatProtectsTooLittleOrNoFigureCanPassIsRefused(String yaml) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(yaml))
        .withMessageContaining("lokalt.yaml")
        .withMessageContaining("k_protected")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  @Test
  void columnsAreExceptedFromTheSearchByDecision() throws IOException {
    RunSettings settings =
        read(
            """
            identity_scan:
              exceptions:
                - file: deviation
                  column: deviation_id
                  decided_by: dataskyddsombudet
                  decided_on: 2026-01-15
                  reason: Löpnummer med tio siffror
                - {file: "Avvik*.csv", column: Nr, decided_by: DSO, decided_on: 2026-01-16, reason: Samma}
            """);
    assertThat(settings.identityScan().excepted())
        .containsExactly(
            new ExceptedColumn("deviation", "deviation_id"),
            new ExceptedColumn("Avvik*.csv", "Nr"));
    assertThat(settings.asText())
        .containsEntry(
            "identity_scan.exceptions.deviation.deviation_id",
            "dataskyddsombudet, 2026-01-15: Löpnummer med tio siffror")
        .hasSize(6);
  }

  @Test
  void everyMistakeInADecisionIsToldAtOnceAndNoNumberRepeated() {
    String number = TestNumbers.everyForm(new Random(3)).get(3);
    String yaml =
        """
        identity_scan:
          exceptions:
            - {file: "[", column: a, decided_by: DSO, decided_on: 2999-01-01, reason: "om %s"}
            - {file: plan, decided_on: igår}
            - {file: plan, column: b, decided_by: DSO, decided_on: 2026-01-15, reason: x}
            - {file: plan, column: b, decided_by: DSO, decided_on: 2026-01-15, reason: x}
        """
            .formatted(number);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(yaml))
        .withMessageContainingAll(
            "lokalt.yaml",
            "exceptions[0]: reason innehåller ett personnummer",
            "exceptions[0]: file är inget mönster",
            "exceptions[0]: decided_on ska vara en dag",
            "exceptions[1]: column saknas",
            "exceptions[1]: decided_by saknas",
            "exceptions[1]: decided_on",
            "exceptions[1]: reason saknas",
            "exceptions[3]: samma file och column")
        .withMessageNotContaining(number)
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity_scan: {exception: []}",
        "identity_scan: {exceptions: [{table: plan}]}",
        "identity_scan: nej",
        "identity_scan: {exceptions: [null]}",
      })
  void whatIsNoDecisionIsRefused(String yaml) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(yaml))
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  @Test
  void decisionsWinOverTheFileAndLaterOverEarlier() throws IOException {
    decide(10, "indicators: {A03: {within_days: 45}}");
    decide(9, "indicators: {A03: {within_days: 30}, P05: {within_days: 12}}");
    RunSettings settings = read("indicators: {A03: {within_days: 90}, C12: {days: 1}}");
    assertThat(settings.indicators())
        .containsEntry("A03", Map.of("within_days", 45))
        .containsEntry("P05", Map.of("within_days", 12))
        .containsEntry("C12", Map.of("days", 1));
    assertThat(settings.asText())
        .containsEntry("A03.within_days", "45")
        .containsEntry("A03.within_days.source", "beslut 10, 2025-10-01, kvalitetschef: Prövas")
        .containsEntry("P05.within_days.source", "beslut 9, 2025-10-01, kvalitetschef: Prövas")
        .containsEntry("C12.days.source", "lokalt.yaml");
  }

  @Test
  void aDecisionWaitsForItsDay() throws IOException {
    decide(1, "valid_from: 2026-07-01\nindicators: {A03: {within_days: 45}}");
    decide(2, "valid_from: 2026-06-30\nindicators: {P05: {within_days: 12}}");
    RunSettings settings = RunSettings.read(null, inbox(), AS_OF);
    assertThat(settings.indicators()).containsOnlyKeys("P05");
    assertThat(settings.notes()).containsExactly("Beslut 1 gäller från 2026-07-01.");
  }

  @Test
  void decisionsOnlyAddToTheProtection() throws IOException {
    decide(1, "protection: {k_protected: 7, k_public: 20}");
    decide(2, "protection: {k_protected: 6}");
    RunSettings settings = read("protection: {k_protected: 4, k_public: 12}");
    assertThat(settings.asText())
        .containsEntry("protection.k_protected", "7")
        .containsEntry("protection.k_public", "20");
    assertThat(settings.notes()).singleElement().asString().contains("Beslut 2", "inte sänka");
    decide(1, "protection: {k_protected: 3}");
    assertThat(read("protection: {}").asText()).containsEntry("protection.k_protected", "6");
  }

  @Test
  void aDecisionAboutAColumnAddsToTheOthers() throws IOException {
    String decision =
        "identity_scan: {exceptions: [{file: plan, column: %s, decided_by: DSO,"
            + " decided_on: 2026-01-15, reason: %s}]}";
    decide(1, decision.formatted("a", "Löpnummer"));
    RunSettings settings = read(decision.formatted("b", "Annat"));
    assertThat(settings.identityScan().excepted())
        .containsExactly(new ExceptedColumn("plan", "b"), new ExceptedColumn("plan", "a"));
  }

  @Test
  void aWrongDecisionStopsTheRunAndIsNamed() throws IOException {
    assertRefused("indicator: {}", "indicator", "finns inte");
    assertRefused("indicators: {A03: {within_days: snart}}", "indicators.A03.within_days");
    assertRefused("indicators: {A03: {within_days: }}", "indicators");
    assertRefused("valid_from: snart", "valid_from ska vara en dag");
    assertRefused("protection: {k_protected: 2}", "k_protected");
    assertRefused("protection: {k_protected: 12}", "k_public minst lika stort");
    Files.writeString(folder.resolve("inbox/settings-3.yaml"), "indicators: {}");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read("protection: {k_protected: 5}"))
        .withMessageContainingAll("decided_at", "decided_by saknas", "reason saknas");
  }

  @Test
  void aSettingThatDoesNotExistIsTracedToItsDecision() throws IOException {
    decide(3, "indicators: {A03: {days: 45}}");
    RunSettings settings = RunSettings.read(null, inbox(), AS_OF);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Definitions.load(DataPackage.load(), settings))
        .withMessage(
            "Inställningen A03.days finns inte i definitionerna. Den kommer från beslut 3, 2025-10-01, kvalitetschef: Prövas.")
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }
}
