package se.helhetssyn.pipelines.run;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What went wrong during a run, for the one who is to mend it: full descriptions of errors, of this
 * program and of Spark, in a file of the run instead of on the screen. It may hold values of rows,
 * so person keys and what looks like an identity number are struck out, only the owner may read it,
 * and it stays in the store. A run without errors leaves no file.
 */
final class TechnicalLog implements AutoCloseable {
  private static final String PERSONAL = "[0-9a-fA-F]{64}|(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}";

  private final Path file;
  private final Logger root;
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

  private TechnicalLog(Path file, LoggerContext context) {
    this.file = file;
    this.root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(
        "%d{yyyy-MM-dd HH:mm:ss} %level %logger %replace(%msg%n%ex){'"
            + PERSONAL
            + "', '…'}%nopex");
    encoder.start();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    readableByOwnerAlone(file);
  }

  private static void readableByOwnerAlone(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes over what is logged until it is closed. */
  static TechnicalLog start(Path file) {
    TechnicalLog log = new TechnicalLog(file, (LoggerContext) LoggerFactory.getILoggerFactory());
    log.root.iteratorForAppenders().forEachRemaining(log.usual::add);
    log.root.detachAndStopAllAppenders();
    log.root.addAppender(log.appender);
    return log;
  }

  Path file() {
    return file;
  }

  /** Describes what stopped the run. */
  void describe(Throwable failure) {
    root.error("The run stopped.", failure);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    appender.stop();
    usual.forEach(Appender::start);
    usual.forEach(root::addAppender);
    removeIfEmpty();
  }

  private void removeIfEmpty() {
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
