package se.helhetssyn.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link Site} of the whole run to every test that asks for it; the last test closes
 * it. Without Chromium such tests are skipped, but not under CI.
 */
final class SharedSite implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Site resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Optional<Path> chromium = Browser.installed();
    if (chromium.isEmpty()) {
      System.err.println("SKIPPED: browser tests need Chromium (HELHETSSYN_CHROMIUM).");
      assertThat(System.getenv("CI")).as("Chromium is required under CI").isNotEqualTo("true");
    }
    assumeTrue(chromium.isPresent());
    return test.getRoot()
        .getStore(Namespace.create(SharedSite.class))
        .computeIfAbsent(Site.class, key -> Site.open(chromium.get()), Site.class);
  }
}
