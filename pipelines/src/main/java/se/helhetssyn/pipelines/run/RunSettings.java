package se.helhetssyn.pipelines.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.disclosure.PrimaryRule;
import se.helhetssyn.pipelines.refusal.Refusal;
import se.helhetssyn.pipelines.refusal.YamlMistake;

/**
 * What a municipality has decided for itself; what is not stated keeps its default.
 *
 * @param indicators indicator → parameter → value
 * @param protection smallest number of persons shown
 * @param identityScan columns that are not searched for identity numbers
 */
record RunSettings(
    Map<String, Map<String, Integer>> indicators,
    SmallNumbers protection,
    @JsonProperty("identity_scan") IdentityScan identityScan) {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  RunSettings {
    indicators = Map.copyOf(Objects.requireNonNullElse(indicators, Map.of()));
    protection = Objects.requireNonNullElse(protection, new SmallNumbers(0, 0));
    identityScan = Objects.requireNonNullElse(identityScan, new IdentityScan(List.of()));
  }

  /**
   * Smallest number of persons shown, per layer.
   *
   * @param protectedLayer what everyone who logs in sees; 0 for the default
   * @param publicLayer what leaves the house; 0 for the default
   */
  record SmallNumbers(
      @JsonProperty("k_protected") int protectedLayer, @JsonProperty("k_public") int publicLayer) {
    PrimaryRule protectedRule() {
      return protectedLayer == 0 ? PrimaryRule.PROTECTED : new PrimaryRule(protectedLayer);
    }

    PrimaryRule publicRule() {
      return publicLayer == 0 ? PrimaryRule.PUBLIC : new PrimaryRule(publicLayer);
    }
  }

  /** Reads a settings file; without one, all defaults. */
  static RunSettings read(@Nullable Path file) {
    if (file == null) {
      return new RunSettings(Map.of(), new SmallNumbers(0, 0), new IdentityScan(List.of()));
    }
    try {
      RunSettings settings = YAML.readValue(Files.readString(file), RunSettings.class);
      if (settings == null) {
        throw refused(file, "filen är tom");
      }
      settings.requireProtective(file);
      settings.requireDecided(file);
      return settings;
    } catch (JsonProcessingException e) {
      throw refused(file, YamlMistake.in(e));
    } catch (IOException e) {
      throw refused(file, "filen går inte att läsa");
    }
  }

  private void requireProtective(Path file) {
    int inHouse = orDefault(protection.protectedLayer(), PrimaryRule.PROTECTED);
    int outside = orDefault(protection.publicLayer(), PrimaryRule.PUBLIC);
    if (inHouse < 3 || inHouse > 50 || outside < inHouse || outside > 50) {
      throw refused(file, "k_protected ska vara 3–50 och k_public minst lika stort, högst 50");
    }
  }

  private void requireDecided(Path file) {
    List<String> mistakes = identityScan.mistakes(LocalDate.now(SWEDEN));
    if (!mistakes.isEmpty()) {
      throw refused(file, String.join("; ", mistakes));
    }
  }

  private static int orDefault(int k, PrimaryRule standard) {
    return k == 0 ? standard.k() : k;
  }

  private static Refusal refused(Path file, String problem) {
    return Refusal.badConfiguration(
        "Inställningarna %s kan inte användas: %s.".formatted(file.getFileName(), problem));
  }

  /** As the manifest keeps them. */
  Map<String, String> asText() {
    Map<String, String> text = new TreeMap<>();
    text.put("protection.k_protected", String.valueOf(protection.protectedRule().k()));
    text.put("protection.k_public", String.valueOf(protection.publicRule().k()));
    indicators.forEach((id, values) ->
        values.forEach((name, value) -> text.put(id + "." + name, String.valueOf(value))));
    text.putAll(identityScan.asText());
    return text;
  }
}
