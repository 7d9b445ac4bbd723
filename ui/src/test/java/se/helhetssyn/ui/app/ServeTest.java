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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import se.helhetssyn.ui.state.StateDatabases;

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
  void anAddressOfAnotherKindOrWithAPasswordIsRefusedWithoutThePassword() {
    assertThat(saidAbout("--store", "" + folder, "--state", "" + folder, "--database", "jdbc:x:y"))
        .isEqualTo(
            "Databasen jdbc:x:y kan inte användas: ange jdbc:postgresql://värd/databas, utan lösenord. (2)");
    assertThat(
            saidAbout(
                "--store",
                "" + folder,
                "--state",
                "" + folder,
                "--database",
                "jdbc:postgresql://h/d?user=a&password=hemligt"))
        .contains("utan lösenord")
        .doesNotContain("hemligt");
  }

  @Test
  void theLoginOfADatabaseComesFromAFileOrTheEnvironment() throws IOException {
    String url = "jdbc:postgresql://h/d";
    Path login = Files.writeString(folder.resolve("login"), "user=anna\npassword=åäö\n");
    assertThat(Database.settings(url, login, Map.of()))
        .containsEntry("spring.datasource.username", "anna")
        .containsEntry("spring.datasource.password", "åäö");
    assertThat(Database.settings(url, null, Map.of(Database.USER, "bo", Database.PASSWORD, "p")))
        .containsEntry("spring.datasource.username", "bo")
        .containsEntry("spring.datasource.password", "p");
    Files.writeString(login, "user=anna\n");
    assertThatExceptionOfType(StartProblem.class)
        .isThrownBy(() -> Database.settings(url, login, Map.of()))
        .withMessageContaining("saknar user eller password");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    String url = "jdbc:postgresql://127.0.0.1:1/d?connectTimeout=1";
    assertThatExceptionOfType(StartProblem.class)
        .isThrownBy(() ->
            Server.start(
                folder,
                folder,
                0,
                null,
                Map.of(
                    "spring.datasource.url",
                    url,
                    "spring.datasource.hikari.connection-timeout",
                    "1000")))
        .withMessage("Databasen " + url + " svarar inte eller tar inte emot inloggningen.")
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(3));
  }

  @Test
  void everythingIsRememberedInPostgresqlByOneSetting() throws SQLException {
    String url = StateDatabases.server().getJdbcUrl("postgres", "postgres");
    try (ConfigurableApplicationContext application =
        Server.start(folder, folder, 0, null, Map.of("spring.datasource.url", url))) {
      assertThat(application.isRunning()).isTrue();
    }
    try (Connection database = DriverManager.getConnection(url);
        Statement query = database.createStatement();
        ResultSet accounts = query.executeQuery("SELECT user_name, role FROM account")) {
      assertThat(accounts.next()).isTrue();
      assertThat(accounts.getString(2)).isEqualTo("ADMINISTRATOR");
    }
    assertThat(folder.resolve("accounts.mv.db")).doesNotExist();
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
