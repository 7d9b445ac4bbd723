package se.helhetssyn.ui.app;

import static se.helhetssyn.ui.wording.Wording.text;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.helhetssyn.ui.wording.Wording;

/**
 * Serves the dashboards over an existing store.
 *
 * <p>Exit codes: 2 for bad input, 3 for a bad configuration; otherwise it runs until it is stopped.
 */
@Command(name = "serve")
public final class Serve implements Callable<Integer> {
  private static final int RUNNING = -1;
  private static final int BAD_INPUT = 2;

  /** Where the launcher that started this process lies. */
  private static final String LAUNCHER = "HELHETSSYN_LAUNCHER";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "serve.help")
  @SuppressWarnings("UnusedVariable") // the command line acts on it by itself
  private boolean help;

  @Option(names = "--store", required = true, paramLabel = "MAPP", descriptionKey = "serve.store")
  private Path store = Path.of("");

  @Option(names = "--state", required = true, paramLabel = "MAPP", descriptionKey = "serve.state")
  private Path state = Path.of("");

  @Option(names = "--port", defaultValue = "8080", paramLabel = "N", descriptionKey = "serve.port")
  private int port;

  @Option(names = "--demo-accounts", paramLabel = "FIL", descriptionKey = "serve.demo-accounts")
  private @Nullable Path demoAccounts;

  @Option(names = "--database", paramLabel = "ADRESS", descriptionKey = "serve.database")
  private @Nullable String database;

  @Option(names = "--database-login", paramLabel = "FIL", descriptionKey = "serve.database-login")
  private @Nullable Path databaseLogin;

  @Option(names = "--mappings", paramLabel = "MAPP", descriptionKey = "serve.mappings")
  private @Nullable Path mappings;

  @Option(names = "--settings", paramLabel = "FIL", descriptionKey = "serve.settings")
  private @Nullable Path settings;

  /** Runs the command and ends the process with its exit code unless the server is up. */
  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != RUNNING) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new Serve())
            .setResourceBundle(Wording.bundle())
            .setParameterExceptionHandler(Serve::misused);
    line.getCommandSpec().usageMessage().synopsisHeading(text("serve.usage"));
    return line;
  }

  private static int misused(ParameterException mistake, String[] args) {
    complaints().println(Complaint.about(mistake));
    return BAD_INPUT;
  }

  @Override
  public Integer call() {
    try {
      int answering = Server.port(Server.start(store, state, port, demoAccounts, more()));
      System.out.println(text("serve.ready", Integer.toString(answering)));
      System.out.flush();
      return RUNNING;
    } catch (StartProblem problem) {
      complaints().println(problem.getMessage());
      return problem.exitCode();
    }
  }

  /** What is only set where it was asked for; the launcher tells where it is itself. */
  private Map<String, Object> more() {
    Map<String, Object> more = new HashMap<>();
    if (database != null) {
      more.putAll(Database.settings(database, databaseLogin, System.getenv()));
    }
    if (mappings != null) {
      if (!Files.isDirectory(mappings)) {
        throw StartProblem.input(text("serve.no-mappings", mappings.toString()));
      }
      more.put("helhetssyn.mappings", mappings.toAbsolutePath());
    }
    if (settings != null) {
      more.put("helhetssyn.pipeline-settings", settings.toAbsolutePath());
    }
    String launcher = System.getenv(LAUNCHER);
    if (launcher != null) {
      more.put("helhetssyn.pipeline-command", launcher);
    }
    return more;
  }

  private static PrintStream complaints() {
    return System.err;
  }
}
