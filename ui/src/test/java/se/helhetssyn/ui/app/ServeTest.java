package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aStoreThatDoesNotExistIsBadInput() {
    Path store = folder.resolve("inget");
    assertProblem(store, folder, 0, null, 2, "Lagret " + store + " finns inte.");
  }

  @Test
  void aStateFolderThatIsAFileIsABadConfiguration() throws IOException {
    Path state = Files.writeString(folder.resolve("fil"), "");
    assertProblem(
        folder, state, 0, null, 3, "Mappen " + state + " kan inte skapas eller skrivas till.");
  }

  @Test
  void aBusyPortIsNamed() throws IOException {
    try (ServerSocket busy = new ServerSocket(0)) {
      String port = Integer.toString(busy.getLocalPort());
      assertProblem(
          folder,
          folder,
          busy.getLocalPort(),
          null,
          3,
          "Porten " + port + " används redan av ett annat program; välj en annan med --port.");
    }
  }

  @Test
  void aStateFolderInUseIsNamed() throws IOException {
    Path accounts = Files.createFile(folder.resolve("accounts.mv.db"));
    try (FileChannel other = FileChannel.open(accounts, StandardOpenOption.WRITE);
        FileLock held = other.lock()) {
      assertThat(held.isValid()).isTrue();
      assertProblem(
          folder,
          folder,
          0,
          null,
          3,
          "Mappen " + folder + " används redan av ett annat Helhetssyn som är igång.");
    }
  }

  @Test
  void anAccountsFileWithoutAUnitSaysWhatIsMissing() throws IOException {
    Path accounts = folder.resolve("konton");
    Files.writeString(accounts, "division.password=a\nchef.password=b\nkvalitet.password=c\n");
    assertProblem(folder, folder, 0, accounts, 3, "Filen " + accounts + " saknar chef.unit.");
  }

  @Test
  void aMissingOptionIsOneSentenceAndBadInput() {
    assertThat(saidAbout("--state", "a"))
        .isEqualTo("--store måste anges. Se ./helhetssyn serve --help. (2)");
  }

  @Test
  void anUnknownOptionOrAValueOfAnotherKindIsOneSentenceAndBadInput() {
    assertThat(saidAbout("--store", "a", "--state", "b", "--prt=1"))
        .isEqualTo("--prt=1 finns inte. Se ./helhetssyn serve --help. (2)");
    assertThat(saidAbout("--store", "a", "--state", "b", "--port", "åtta"))
        .isEqualTo(
            "--port har ett värde som inte går att använda; det ska vara ett heltal."
                + " Se ./helhetssyn serve --help. (2)");
  }

  @Test
  void aPortThatCannotExistIsBadInput() {
    assertProblem(
        folder,
        folder,
        65_536,
        null,
        2,
        "Porten 65536 finns inte; välj ett tal mellan 0 och 65535.");
  }

  @Test
  void helpDescribesEveryOptionInSwedish() {
    assertThat(Serve.commandLine().getUsageMessage())
        .contains("--store=MAPP", "--state=MAPP", "--port=N", "--demo-accounts=FIL")
        .contains("Mappen med publicerade uppgifter");
  }

  private static void assertProblem(
      Path store, Path state, int port, @Nullable Path accounts, int code, String sentence) {
    assertThatExceptionOfType(StartProblem.class)
        .isThrownBy(() -> Server.start(store, state, port, accounts))
        .withMessage(sentence)
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(code));
  }

  private static String saidAbout(String... arguments) {
    return said(() -> Serve.commandLine().execute(arguments));
  }

  private static String said(Supplier<Integer> command) {
    PrintStream before = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
      int code = command.get();
      return heard.toString(StandardCharsets.UTF_8).strip() + " (" + code + ")";
    } finally {
      System.setErr(before);
    }
  }
}
