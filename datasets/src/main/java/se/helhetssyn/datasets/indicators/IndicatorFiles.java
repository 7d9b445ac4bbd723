package se.helhetssyn.datasets.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the indicator definitions; a new file in the folder is a new indicator. */
public final class IndicatorFiles {
  private IndicatorFiles() {}

  /** File name → its YAML, in order of name. */
  public static Map<String, String> texts() {
    try {
      URI folder = Objects.requireNonNull(IndicatorFiles.class.getResource("C03.yaml")).toURI();
      if (!folder.getScheme().equals("jar")) {
        return texts(Objects.requireNonNull(Path.of(folder).getParent()));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        String name = IndicatorFiles.class.getPackageName().replace('.', '/');
        return texts(jar.getPath(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return Collections.unmodifiableMap(texts);
  }
}
