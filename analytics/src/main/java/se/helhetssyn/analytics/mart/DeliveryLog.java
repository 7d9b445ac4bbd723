package se.helhetssyn.analytics.mart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every file that a generation stands on, kept beside it as {@code deliveries.json}, in the order
 * they came.
 *
 * @param files one for each file and canonical table
 */
public record DeliveryLog(List<DeliveredFile> files) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  public DeliveryLog {
    files = List.copyOf(files);
  }

  /**
   * The log of a generation; empty for one that was written before logs were kept.
   *
   * @throws MartException if it is there but cannot be read
   */
  public static DeliveryLog read(StoreLayout store, String generation) {
    try {
      return JSON.readValue(Files.readAllBytes(store.deliveries(generation)), DeliveryLog.class);
    } catch (NoSuchFileException older) {
      return new DeliveryLog(List.of());
    } catch (IOException e) {
      throw new MartException(
          "Lagrets leveranslogg kan inte läsas. Kontrollera rättigheterna, eller återställ lagret.",
          e);
    }
  }

  /** Canonical table → day of the latest extraction of it whose rows were read. */
  public Map<String, LocalDate> latestExtractions() {
    Map<String, LocalDate> latest = new TreeMap<>();
    files.stream()
        .filter(DeliveredFile::taken)
        .forEach(
            f -> latest.merge(f.table(), day(f.extractedAt()), (a, b) -> a.isAfter(b) ? a : b));
    return latest;
  }

  /** The Swedish day of an instant; one without zone is Swedish already. */
  private static LocalDate day(String instant) {
    TemporalAccessor read =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            instant, ZonedDateTime::from, LocalDateTime::from);
    return read instanceof ZonedDateTime zoned
        ? zoned.withZoneSameInstant(SWEDEN).toLocalDate()
        : LocalDate.from(read);
  }

  /** The log as JSON text. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("deliveries", e);
    }
  }
}
