package se.helhetssyn.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.pipelines.mapping.Mappings;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class DeliveryTest {
  private static final String UNITS = "org_unit_id,unit_code,name,level,provider_form,valid_from\n";
  private static final String CONFERENCES = "conference_id,planned_start,status\n";

  @TempDir private Path folder;

  private void deliver(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Delivery read() {
    Delivery delivery = Deliveries.canonical(folder);
    assertThat(Mappings.read(List.of(), DataPackage.load()).raw(delivery, Set.of())).isNotNull();
    return delivery;
  }

  private void assertRefused(String... parts) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(this::read)
        .satisfies(r -> assertThat(r.getMessage()).contains(parts))
        .satisfies(r -> assertThat(r.exitCode()).isEqualTo(ExitCode.BAD_INPUT));
  }

  @Test
  void everyFileOfATableIsFoundAndOthersAreTold() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("conference.2026-01.csv", CONFERENCES);
    deliver("conference.norr.2026.csv", CONFERENCES);
    deliver("person_succession.csv", "old_key,new_key,changed_at\n");
    deliver("annat.csv", "a\n");
    deliver("Conference (2).csv", "a\n");
    deliver("läs mig.txt", "hej");
    Files.createDirectory(folder.resolve("plan.csv"));
    Delivery tables = read();
    assertThat(tables.inputs())
        .extracting(Manifest.Input::file)
        .containsExactly(
            "conference.2026-01.csv",
            "conference.norr.2026.csv",
            "org_unit.csv",
            "person_succession.csv");
    assertThat(tables.ignored()).containsExactly("Conference (2).csv", "annat.csv", "läs mig.txt");
  }

  @Test
  void aHeaderWithoutRowsIsADelivery() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("conference.csv", CONFERENCES);
    assertThat(read().inputs()).hasSize(2);
  }

  @Test
  void theOrganisationMustCome() throws IOException {
    deliver("conference.csv", CONFERENCES);
    assertRefused("saknas org_unit.csv");
  }

  @Test
  void someEventMustCome() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("person.csv", "person_key,protected_identity\n");
    assertRefused("minst en tabell med händelser");
  }

  @Test
  void anUnknownColumnIsRefusedAndTheLikeliestNamed() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("conference.csv", "conference_id,planned_stat,status\n");
    assertRefused("conference.csv har kolumnen planned_stat", "(kanske planned_start)");
  }

  @Test
  void aColumnLikeNoneIsRefusedWithoutAGuess() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("conference.csv", "conference_id,planned_start,status,favourite_colour\n");
    assertRefused(
        "kolumnen favourite_colour, som inte finns i tabellen conference: rätta namnet eller");
  }

  @Test
  void aColumnThatMustBeThereIsMissed() throws IOException {
    deliver("org_unit.csv", UNITS);
    deliver("conference.csv", "conference_id,status\n");
    assertRefused("conference.csv saknar kolumnen planned_start");
  }

  @Test
  void aFileOrNothingIsNoFolder() throws IOException {
    deliver("org_unit.csv", UNITS);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Deliveries.canonical(folder.resolve("org_unit.csv")))
        .withMessageContaining("finns inte: ange en mapp");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Deliveries.canonical(folder.resolve("nej")))
        .withMessageContaining("finns inte: ange en mapp");
  }
}
