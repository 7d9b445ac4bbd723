package se.helhetssyn.analytics.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.Thresholds.Limit;

/** Reads thresholds from a file that people write, and tells all their mistakes at once. */
final class ThresholdsReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> PROPERTIES = Set.of("rule", "table", "share");

  private final Path file;
  private final List<String> mistakes = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  ThresholdsReader(Path file) {
    this.file = file;
  }

  Thresholds read() {
    JsonNode list = parse();
    require(list.isArray(), "den ska vara en lista med rule och share");
    List<Limit> limits = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(entry -> limits.add(limit(entry, "post " + (limits.size() + 1))));
    }
    if (!mistakes.isEmpty()) {
      throw unusable(String.join("; ", mistakes));
    }
    return new Thresholds(limits);
  }

  private JsonNode parse() {
    try {
      return YAML.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ThresholdsException(
          "Gränserna i %s kan inte användas: rad %d går inte att läsa som YAML."
              .formatted(file.getFileName(), line),
          e);
    } catch (IOException e) {
      throw new ThresholdsException(
          "Gränserna i %s kan inte användas: filen går inte att läsa."
              .formatted(file.getFileName()),
          e);
    }
  }

  private Limit limit(JsonNode entry, String where) {
    @Nullable String rule = text(entry.path("rule"));
    @Nullable String table = text(entry.path("table"));
    JsonNode share = entry.path("share");
    double value = share.asDouble(-1);
    require(rule != null, where + " saknar rule");
    require(table != null || entry.path("table").isMissingNode(), where + " har en tom table");
    require(share.isNumber() && value >= 0 && value <= 1, where + " ska ha share mellan 0 och 1");
    require(
        rule == null || seen.add(List.of(rule, table == null ? "" : table)),
        where + " står redan för " + rule);
    entry
        .fieldNames()
        .forEachRemaining(
            name -> require(PROPERTIES.contains(name), where + " har det okända namnet " + name));
    return new Limit(rule == null ? "" : rule, table, value);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private void require(boolean holds, String mistake) {
    if (!holds) {
      mistakes.add(mistake);
    }
  }

  private ThresholdsException unusable(String why) {
    return new ThresholdsException(
        "Gränserna i %s kan inte användas: %s.".formatted(file.getFileName(), why));
  }
}
