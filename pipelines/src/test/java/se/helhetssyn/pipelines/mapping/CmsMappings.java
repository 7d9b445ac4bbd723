package se.helhetssyn.pipelines.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import se.helhetssyn.datasets.contract.DataPackage;

/** The mappings of CMS as they are shipped, laid in a folder with the list they share. */
public final class CmsMappings {
  public static final String CITATIONS = "cms.yaml";
  public static final String HEALTH_DEFICIENCIES = "cms-health-deficiencies.yaml";
  public static final String TAGS = "cms-tags.csv";

  private CmsMappings() {}

  static MappingDefinition read(String name, Path folder) throws IOException {
    copy(TAGS, folder);
    return MappingReader.read(copy(name, folder), DataPackage.load());
  }

  public static Path copy(String name, Path folder) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            DataPackage.class.getResourceAsStream("/se/helhetssyn/datasets/mappings/" + name))) {
      return Files.write(folder.resolve(name), file.readAllBytes());
    }
  }
}
