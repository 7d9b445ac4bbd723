package se.helhetssyn.datasets.synthetic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.helhetssyn.datasets.fault.NaturalFault;
import se.helhetssyn.datasets.fault.PlantedFault;

/**
 * What was made and planted, kept beside the extracts as {@code ledger.json}.
 *
 * @param plan the municipality asked for
 * @param from first day of the delivery
 * @param rows rows of each table's own file, manifest left out, in the descriptor's order
 * @param stories the planted stories
 * @param faults the planted faults
 * @param byNature what counts as a fault though nobody planted it; counted only where faults are
 *     planted
 */
public record Ledger(
    MunicipalityPlan plan,
    LocalDate from,
    Map<String, Long> rows,
    List<PlantedStory> stories,
    List<PlantedFault> faults,
    @JsonProperty("by_nature") List<NaturalFault> byNature) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public Ledger {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    stories = List.copyOf(stories);
    faults = List.copyOf(faults);
    byNature = List.copyOf(byNature);
  }

  /** The ledger as JSON text, dates as ISO 8601. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ledger of " + plan, e);
    }
  }
}
