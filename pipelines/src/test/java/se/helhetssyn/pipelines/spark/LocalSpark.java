package se.helhetssyn.pipelines.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the product's own session. It is started once and shared by all test classes, or
 * started anew where a whole run in the same process has stopped it.
 */
public final class LocalSpark implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return session();
  }

  /** The session, for a test that makes whole runs too. */
  @SuppressWarnings("resource") // shared: the process ends it
  public static SparkSession session() {
    try {
      return SparkEngine.open("local[2]", Files.createTempDirectory("spark")).session();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
