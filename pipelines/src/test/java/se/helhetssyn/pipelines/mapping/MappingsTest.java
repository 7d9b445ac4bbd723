package se.helhetssyn.pipelines.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.delivery.Delivery;
import se.helhetssyn.pipelines.delivery.ReceivedFile;
import se.helhetssyn.pipelines.mapping.MappingDefinition.DeliveredPeriod;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class MappingsTest {
  private static final String UNITS =
      "org_unit_id,unit_code,name,level,provider_form,valid_from\n1,1,K,MUNICIPALITY,OWN,2020-01-01\n";

  @TempDir private Path folder;

  private void mapping(String name, String system, String pattern, String more) throws IOException {
    Files.writeString(
        folder.resolve(name),
        """
        source_system: %s
        %s
        files: {frånvaro: "%s"}
        tables:
          absence:
            - from: frånvaro
              columns: {enrolment_id: Nr, from_date: Datum}
        """
            .formatted(system, more, pattern));
  }

  private Mappings read(String... names) {
    return Mappings.read(Arrays.stream(names).map(folder::resolve).toList(), DataPackage.load());
  }

  private Delivery deliver(Mappings mappings, String... names) throws IOException {
    Path extracts = Files.createDirectories(folder.resolve("uttag"));
    for (String name : names) {
      Files.writeString(
          extracts.resolve(name), name.startsWith("org_unit") ? UNITS : "Nr;Datum\nA;2026-01-01\n");
    }
    return Delivery.receive(extracts, mappings, List.of(), stopped -> {});
  }

  private static void assertRefused(ExitCode code, Runnable doing, String... parts) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(doing::run)
        .satisfies(r -> assertThat(r.getMessage()).contains(parts))
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(code));
  }

  @Test
  void aFileBelongsToTheMappingThatAnswersToItWhateverItsOwnNames() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "");
    mapping("b.yaml", "B", "b*.csv", "");
    Mappings both = read("a.yaml", "b.yaml", "./a.yaml");
    Delivery delivery = deliver(both, "a1.csv", "b1.csv", "org_unit.csv", "Annat.csv");
    assertThat(delivery.files())
        .extracting(ReceivedFile::name, ReceivedFile::tables, ReceivedFile::sourceSystem)
        .containsExactly(
            tuple("a1.csv", List.of("absence"), Optional.of("A")),
            tuple("b1.csv", List.of("absence"), Optional.of("B")),
            tuple("org_unit.csv", List.of("org_unit"), Optional.empty()));
    assertThat(both.canonicalBeside(delivery)).containsExactly("org_unit.csv");
    assertThat(delivery.ignored()).containsExactly("Annat.csv");
    assertThat(both.raw(delivery, Set.of())).isNotNull();
  }

  @Test
  void aGroupIsKnownByItsOwnNameUnlessSeveralMappingsUseIt() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "");
    mapping("b.yaml", "B", "b*.csv", "");
    Mappings one = read("a.yaml");
    assertThat(one.groups("a1.csv").stream().map(one::name)).containsExactly("frånvaro");
    Mappings both = read("a.yaml", "b.yaml");
    assertThat(both.groups("a1.csv").stream().map(both::name)).doesNotContain("frånvaro");
    assertThat(both.groups("plan.csv").stream().map(both::name)).containsExactly("plan");
  }

  @Test
  void aFileThatTwoMappingsAnswerToIsRefused() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "");
    mapping("b.yaml", "B", "*1.csv", "");
    assertRefused(
        ExitCode.BAD_CONFIGURATION,
        () -> read("a.yaml", "b.yaml").groups("a1.csv"),
        "a1.csv",
        "a.yaml, b.yaml");
  }

  @Test
  void everyMappingThatIsWrongIsTold() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "tables: {}\n");
    Files.writeString(folder.resolve("b.yaml"), "source_system: B\n");
    assertRefused(
        ExitCode.BAD_CONFIGURATION,
        () -> read("a.yaml", "b.yaml"),
        "a.yaml",
        "source_system saknas",
        "b.yaml",
        "tables saknas");
  }

  @Test
  void withoutTheOrganisationNothingIsTakenIn() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "");
    Mappings mappings = read("a.yaml");
    Delivery delivery = deliver(mappings, "a1.csv");
    assertRefused(
        ExitCode.BAD_INPUT, () -> mappings.raw(delivery, Set.of()), "Ingen fil ger organisationen");
  }

  @Test
  void onlyWhatEveryMappingDeclaresPublicIsPublic() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "public_non_personal: true");
    mapping("b.yaml", "B", "b*.csv", "");
    mapping("c.yaml", "C", "c*.csv", "public_non_personal: true");
    Delivery none = new Delivery(List.of(), List.of(), List.of(), 0, List.of(), List.of());
    assertThat(read("a.yaml", "c.yaml").publicNonPersonal(none)).isTrue();
    assertThat(read("a.yaml", "b.yaml").publicNonPersonal(none)).isFalse();
    assertThat(read().publicNonPersonal(none)).isFalse();
    Mappings mappings = read("a.yaml");
    Delivery canonicalToo = deliver(mappings, "a1.csv", "org_unit.csv");
    assertThat(mappings.publicNonPersonal(canonicalToo)).isFalse();
  }

  @Test
  void thePeriodSpansThoseThatAreStated() throws IOException {
    mapping("a.yaml", "A", "a*.csv", "period: {from: 2025-03-01, to: 2026-02-28}");
    mapping("b.yaml", "B", "b*.csv", "");
    mapping("c.yaml", "C", "c*.csv", "period: {from: 2025-05-01, to: 2026-03-31}");
    assertThat(read("a.yaml", "b.yaml", "c.yaml").period())
        .contains(new DeliveredPeriod(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 3, 31)));
    assertThat(read("b.yaml").period()).isEmpty();
  }
}
