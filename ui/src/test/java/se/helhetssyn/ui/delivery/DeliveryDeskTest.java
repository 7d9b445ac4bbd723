package se.helhetssyn.ui.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.run.RunRefused;

final class DeliveryDeskTest extends DashboardTest {
  @Autowired private DeliveryDesk desk;
  @Autowired private Staging staging;
  @Autowired private JdbcClient database;

  DeliveryDeskTest() {
    super("kvalitet");
  }

  private HandDelivery send(String user) {
    byte[] text = "a,b\n".getBytes(StandardCharsets.UTF_8);
    desk.receive(user, "absence.csv", new ByteArrayInputStream(text));
    return desk.of(user).orElseThrow();
  }

  @Test
  void filesOfTwoPeopleAreTwoDeliveries() {
    HandDelivery first = send("anna");
    HandDelivery second = send("bo");
    assertThat(first.id()).isNotEqualTo(second.id());
    desk.cancel(first.id(), "anna");
    assertThat(staging.files(first.id())).doesNotExist();
    assertThat(staging.files(second.id()).resolve("absence.csv")).exists();
    desk.cancel(second.id(), "bo");
  }

  @Test
  void filesThatNobodyComesBackToGoAfterADay() {
    HandDelivery fresh = send("cilla");
    HandDelivery old = send("david");
    database
        .sql("UPDATE delivery SET opened_at = :at WHERE delivery_id = :id")
        .param("at", Instant.now().minusSeconds(90_000).atOffset(ZoneOffset.UTC))
        .param("id", old.id())
        .update();
    desk.giveUpOld();
    assertThat(staging.files(old.id())).doesNotExist();
    assertThat(desk.of("david").orElseThrow().state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(staging.files(fresh.id())).exists();
    desk.cancel(fresh.id(), "cilla");
  }

  @Test
  void aRestartLeavesNoFilesThatNobodyCanGoOnWith() {
    HandDelivery begun = send("eva");
    desk.clearUp();
    assertThat(staging.left()).doesNotContain(begun.id());
    assertThat(desk.of("eva").orElseThrow().state()).isEqualTo(DeliveryState.LOST);
  }

  @Test
  void withoutALauncherTheDeliveryStaysOpen() {
    HandDelivery begun = send("fia");
    assertThatExceptionOfType(RunRefused.class).isThrownBy(() -> desk.examine(begun.id(), null));
    assertThat(desk.of("fia").orElseThrow().state()).isEqualTo(DeliveryState.OPEN);
    desk.cancel(begun.id(), "fia");
  }

  @Test
  void nothingIsExaminedWhileAFileIsOnItsWay() {
    HandDelivery begun = send("gun");
    desk.receive(
        "gun",
        "plan.csv",
        whileItComes(() ->
            assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> desk.examine(begun.id(), null))
                .withMessageContaining("fortfarande på väg in")));
    assertThat(desk.of("gun").orElseThrow().files()).hasSize(2);
    desk.cancel(begun.id(), "gun");
  }

  @Test
  void aFileThatComesAfterTheLookIsRefused() {
    HandDelivery begun = send("hans");
    assertThatExceptionOfType(UploadRefused.class)
        .isThrownBy(() ->
            desk.receive("hans", "plan.csv", whileItComes(() -> move(begun.id(), "EXAMINED"))))
        .withMessageContaining("redan på väg in");
    assertThat(staging.files(begun.id())).isDirectoryNotContaining("glob:**plan.csv");
    desk.cancel(begun.id(), "hans");
    assertThat(staging.left()).doesNotContain(begun.id());
  }

  @Test
  void aFileThatIsOnItsWayWhenTheDeliveryIsGivenUpLeavesNothing() {
    HandDelivery begun = send("ida");
    assertThatExceptionOfType(UploadRefused.class)
        .isThrownBy(() ->
            desk.receive("ida", "plan.csv", whileItComes(() -> desk.cancel(begun.id(), "ida"))));
    assertThat(staging.left()).doesNotContain(begun.id());
  }

  @Test
  void whatIsDoneCannotBeGivenUp() {
    HandDelivery begun = send("jan");
    move(begun.id(), "DONE");
    desk.cancel(begun.id(), "jan");
    assertThat(desk.of("jan").orElseThrow().state()).isEqualTo(DeliveryState.DONE);
    staging.remove(begun.id());
  }

  @Test
  void aReportThatIsHalfWrittenIsNone() {
    assertThat(DryRunReport.read("{\"goes\":tr")).isEmpty();
    assertThat(DryRunReport.read("null")).isEmpty();
    assertThat(DryRunReport.read("{\"goes\":true}")).map(DryRunReport::goes).contains(true);
  }

  private void move(String id, String state) {
    database
        .sql("UPDATE delivery SET state = :state WHERE delivery_id = :id")
        .param("state", state)
        .param("id", id)
        .update();
  }

  /** A file with nothing in it, while which comes something happens. */
  private static InputStream whileItComes(Runnable what) {
    return new FilterInputStream(InputStream.nullInputStream()) {
      @Override
      public int read(byte[] into, int from, int length) {
        what.run();
        return -1;
      }
    };
  }
}
