package se.helhetssyn.pipelines.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * A file with identity numbers was stopped at the door. It tells what an incident report needs and
 * nothing of the content.
 *
 * @param time when the file was examined
 * @param file its name, in which an identity number is masked
 * @param sha256 digest of its content, lower-case hex
 * @param rule id of the rule
 * @param hits where the numbers were and how they were written
 */
public record Incident(
    Instant time, String file, String sha256, String rule, List<IdentityHits> hits) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  public Incident {
    hits = List.copyOf(hits);
  }

  /** The incident that a file is; empty for one that holds no identity numbers. */
  public static Optional<Incident> of(ArrivedFile file, Instant time) {
    return file.turnedAway()
        .filter(why -> !why.hits().isEmpty())
        .map(why ->
            new Incident(time, file.input().file(), file.input().sha256(), why.rule(), why.hits()));
  }

  /** Adds the incident to a run's list, {@code runs/<id>/incidents.jsonl}, one JSON per line. */
  public void writeTo(StoreLayout store, String run) {
    Path list = store.events(run).resolveSibling("incidents.jsonl");
    try {
      Files.createDirectories(list.getParent());
      Files.writeString(list, json() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The incident as one line of JSON. */
  public String json() {
    ObjectNode line = JSON.createObjectNode();
    line.put("time", time.toString()).put("file", file).put("sha256", sha256).put("rule", rule);
    ArrayNode places = line.putArray("hits");
    hits.forEach(hit ->
        places
            .addObject()
            .put("column", hit.column())
            .put("form", hit.form().name())
            .put("count", hit.count()));
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("incident", e);
    }
  }
}
