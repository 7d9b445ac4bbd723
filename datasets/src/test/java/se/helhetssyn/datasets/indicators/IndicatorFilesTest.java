package se.helhetssyn.datasets.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IndicatorFilesTest {
  private static Path classes() throws URISyntaxException {
    URI folder = IndicatorFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(folder);
  }

  @Test
  void everyDefinitionIsFoundUnderItsOwnId() throws IOException, URISyntaxException {
    Map<String, String> texts = IndicatorFiles.texts();
    try (Stream<Path> files = Files.walk(classes())) {
      List<String> there =
          files
              .filter(f -> f.getParent() != null && f.getParent().endsWith("indicators"))
              .map(f -> String.valueOf(f.getFileName()))
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      assertThat(texts.keySet()).containsExactlyElementsOf(there).contains("C03.yaml");
    }
    assertThat(texts)
        .allSatisfy((file, text) ->
            assertThat(text)
                .containsPattern("(?m)^id: " + file.replace(".yaml", "") + "$")
                .containsPattern("(?m)^references: ."));
  }

  @Test
  void theSameDefinitionsAreFoundInAJar(@TempDir Path folder)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path jar = jar(folder.resolve("data sets.jar"));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertThat(texts(loader)).isEqualTo(IndicatorFiles.texts());
      assertThat(texts(loader)).as("a second time").isEqualTo(IndicatorFiles.texts());
    }
  }

  private static Object texts(ClassLoader loader)
      throws ReflectiveOperationException, InvocationTargetException {
    return loader.loadClass(IndicatorFiles.class.getName()).getMethod("texts").invoke(null);
  }

  private static Path jar(Path file) throws IOException, URISyntaxException {
    Path root = classes();
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> files = Files.walk(root)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(entry).toString()));
        Files.copy(entry, jar);
        jar.closeEntry();
      }
    }
    return file;
  }
}
