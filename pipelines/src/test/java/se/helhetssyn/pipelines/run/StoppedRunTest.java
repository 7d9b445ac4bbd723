package se.helhetssyn.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.helhetssyn.pipelines.refusal.ExitCode;
import se.helhetssyn.pipelines.refusal.Refusal;

final class StoppedRunTest {
  private static final Path STORE = Path.of("lager");
  private static final Path DETAILS = STORE.resolve("runs/r1/technical.log");

  private static Refusal because(Throwable failure) {
    return new StoppedRun(STORE, Optional.of("g1"), DETAILS).because(failure);
  }

  private static void assertTold(Throwable failure, ExitCode exit, String... parts) {
    Refusal refusal = because(failure);
    assertThat(refusal.exitCode()).isEqualTo(exit);
    assertThat(refusal)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("inget nytt är publicerat och generation g1 visas som förut")
        .hasCause(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Could not write all bytes to file \"x\": File too large",
        "Disk quota exceeded",
        "failed to offload data block (max_temp_directory_size)"
      })
  void aFullDiskIsOneKindWhoeverMetIt(String words) {
    String[] told = {"Disken är full", "lagret lager", "Frigör utrymme och kör igen."};
    IOException io = new IOException(words);
    assertTold(new UncheckedIOException(io), ExitCode.BAD_CONFIGURATION, told);
    assertTold(new SparkException("Job aborted", io), ExitCode.BAD_CONFIGURATION, told);
    SQLException sql = new SQLException("IO Error: " + words);
    assertTold(new IllegalStateException("mart", sql), ExitCode.BAD_CONFIGURATION, told);
    assertTold(new ExceptionInInitializerError(io), ExitCode.BAD_CONFIGURATION, told);
  }

  @Test
  void tooLittleMemoryIsToldOfWithTheSettingThatHelps() {
    assertTold(
        new OutOfMemoryError("Java heap space"),
        ExitCode.BAD_CONFIGURATION,
        "Minnet räckte inte",
        "HELHETSSYN_MEMORY");
  }

  @Test
  void aFileThatCannotBeReachedIsNamed() {
    assertTold(
        new UncheckedIOException(new AccessDeniedException("a/b")),
        ExitCode.BAD_INPUT,
        "läsa eller skriva a/b",
        "rättigheter");
  }

  @Test
  void aFaultOfOursSaysWhereItIsDescribed() {
    assertTold(
        new IllegalStateException("row 7: something private"),
        ExitCode.FAULT,
        "Ett fel i Helhetssyn stoppade körningen",
        "Felet beskrivs i " + DETAILS);
    assertThat(because(new IllegalStateException("private")).getMessage())
        .doesNotContain("private", "Exception");
  }

  @Test
  void whatHappenedInAnotherThreadIsToldAsItself() {
    OutOfMemoryError memory = new OutOfMemoryError("Java heap space");
    assertThat(because(new CompletionException(memory)))
        .hasMessageContaining("Minnet räckte inte")
        .hasCause(memory);
  }

  @Test
  void aRefusalIsToldAsItIs() {
    Refusal refusal = Refusal.gate("Nej.");
    assertThat(because(refusal)).isSameAs(refusal);
  }

  @Test
  void beforeTheFirstPublicationNothingIsShown() {
    assertThat(new StoppedRun(STORE, Optional.empty(), DETAILS).because(new OutOfMemoryError()))
        .hasMessageContaining("inget är publicerat");
  }
}
