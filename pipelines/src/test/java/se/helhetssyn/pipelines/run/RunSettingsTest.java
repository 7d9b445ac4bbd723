package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.pipelines.delivery.ExceptedColumn;
import se.helhetssyn.pipelines.door.TestNumbers;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class RunSettingsTest {
  @TempDir private Path folder;

  private RunSettings read(String yaml) throws IOException {
    return RunSettings.read(Files.writeString(folder.resolve("lokalt.yaml"), yaml));
  }

  @Test
  void withoutAFileEverythingHasItsDefault() {
    RunSettings settings = RunSettings.read(null);
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
    assertThat(settings.asText()).containsEntry("P05.within_days", "10").hasSize(3);
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
        .hasSize(4);
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
}
