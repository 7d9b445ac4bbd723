package se.helhetssyn.pipelines.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.refusal.YamlMistake;

/**
 * Changes of the organisation that were decided in the dashboards, as a file states them.
 *
 * @param changes in the order they are to be carried out
 */
record OrganisationFile(
    @JsonProperty("decided_at") @Nullable String decidedAt,
    @JsonProperty("decided_by") @Nullable String decidedBy,
    @Nullable String reason,
    List<OrganisationChange> changes) {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  OrganisationFile {
    changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
  }

  /**
   * Carries a file's changes out, all of them or none. A {@link Refusal} for a file that can never
   * be followed.
   *
   * @return why none was: a sentence; empty if all were
   */
  static Optional<String> apply(InboxFile file, Reorganisation organisation) {
    return organisation
        .apply(read(file).changes())
        .map(why -> "Inkorgens fil %s följs inte: %s.".formatted(file.name(), why));
  }

  private static OrganisationFile read(InboxFile file) {
    try {
      OrganisationFile stated =
          YAML.readValue(Files.readString(file.path()), OrganisationFile.class);
      List<String> mistakes = stated == null ? List.of("filen är tom") : stated.mistakes();
      if (stated == null || !mistakes.isEmpty()) {
        throw refused(file, String.join("; ", mistakes));
      }
      return stated;
    } catch (JsonProcessingException e) {
      throw refused(file, YamlMistake.in(e));
    } catch (IOException e) {
      throw refused(file, "filen går inte att läsa");
    }
  }

  private List<String> mistakes() {
    List<String> mistakes = new ArrayList<>(Grounds.of(decidedAt, decidedBy, reason).mistakes());
    if (changes.isEmpty()) {
      mistakes.add("changes saknas");
    }
    for (int i = 0; i < changes.size(); i++) {
      String where = "changes[%d]: ".formatted(i);
      changes.get(i).mistakes().forEach(mistake -> mistakes.add(where + mistake));
    }
    return mistakes;
  }

  private static Refusal refused(InboxFile file, String problem) {
    return Refusal.badConfiguration(
        "Inkorgens fil %s kan inte användas: %s.".formatted(file.name(), problem));
  }
}
