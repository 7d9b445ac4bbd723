package se.helhetssyn.ui.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.helhetssyn.ui.state.StateDatabases;

/** What is remembered of deliveries by hand, in every database that may remember it. */
final class DeliveriesTest {
  private static final Instant AT = Instant.parse("2026-11-01T06:00:00.123Z");

  @ParameterizedTest
  @EnumSource
  void aDeliveryRemembersWhoSentWhatAndWhatBecameOfIt(StateDatabases database) {
    Deliveries deliveries = new Deliveries(database.client());
    assertThat(deliveries.lastOf("anna")).isEmpty();
    deliveries.open("d1", "anna", AT);
    deliveries.open("d2", "anna", AT.plusSeconds(1));
    deliveries.received("d2", new Staging.Received(FileName.of("absence.csv"), 12));
    deliveries.readWith("d2", "system.yaml");
    deliveries.found("d2", "{\"goes\":true,\"text\":\"" + "å".repeat(50_000) + "\"}");
    deliveries.startedAs("d2", "r1");
    assertThat(deliveries.lastOf("anna"))
        .hasValueSatisfying(last -> {
          assertThat(last.id()).isEqualTo("d2");
          assertThat(last.openedAt()).isEqualTo(AT.plusSeconds(1));
          assertThat(last.files()).containsExactly(new HandDelivery.File("absence.csv", 12));
          assertThat(last.mapping()).isEqualTo("system.yaml");
          assertThat(last.report()).hasSizeGreaterThan(50_000);
          assertThat(last.runId()).isEqualTo("r1");
        });
    assertThat(deliveries.open()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsTakenOnce(StateDatabases database) {
    Deliveries deliveries = new Deliveries(database.client());
    deliveries.open("d1", "anna", AT);
    deliveries.say("d1", "Något är fel.");
    assertThat(deliveries.move("d1", DeliveryState.OPEN, DeliveryState.EXAMINING)).isTrue();
    assertThat(deliveries.move("d1", DeliveryState.OPEN, DeliveryState.EXAMINING)).isFalse();
    assertThat(deliveries.find("d1").orElseThrow().message()).isNull();
    deliveries.move("d1", DeliveryState.EXAMINING, DeliveryState.CANCELLED);
    assertThat(deliveries.open()).isEmpty();
  }
}
