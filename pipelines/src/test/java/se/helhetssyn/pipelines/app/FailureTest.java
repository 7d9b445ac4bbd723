package se.helhetssyn.pipelines.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.helhetssyn.pipelines.refusal.Refusal;

final class FailureTest {
  private static String told(Throwable failure) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Failure.tell(failure, new PrintStream(err, true, StandardCharsets.UTF_8));
    return exit + " " + err.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void aRefusalIsItsOwnSentence() {
    assertThat(told(Refusal.storeBusy("Upptaget."))).isEqualTo("4 Upptaget.");
  }

  @Test
  void aFullDiskIsToldOfWhoeverMetIt() {
    IOException full = new IOException("No space left on device");
    assertThat(told(new UncheckedIOException(full))).startsWith("3 Disken är full.");
    assertThat(told(new ExceptionInInitializerError(full))).startsWith("3 Disken är full.");
  }

  @Test
  void aFileThatCannotBeReachedIsNamed() {
    assertThat(told(new UncheckedIOException(new NoSuchFileException("a/b"))))
        .isEqualTo(
            "2 Det gick inte att läsa eller skriva: a/b. Kontrollera sökväg, rättigheter och utrymme.");
  }

  @Test
  void aFaultOfOursIsOneSentenceAndDescribedInAFile() throws IOException {
    String told = told(new IllegalStateException("the reason"));
    assertThat(told)
        .startsWith("1 Ett fel i Helhetssyn stoppade kommandot. Felet beskrivs i ")
        .doesNotContain("IllegalStateException", "the reason")
        .hasLineCount(1)
        .endsWith(".log.");
    Path file = Path.of(told.substring(told.indexOf(" i /") + 3, told.length() - 1));
    assertThat(file).content().contains("IllegalStateException: the reason", "\tat ");
    Files.delete(file);
  }
}
