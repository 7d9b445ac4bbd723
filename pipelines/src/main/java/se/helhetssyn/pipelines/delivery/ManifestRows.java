package se.helhetssyn.pipelines.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.pipelines.door.ArrivedFile;

/**
 * Reads a manifest before anything else of the delivery. A row that cannot be read, or whose period
 * ends or was taken out before it begins, announces nothing.
 */
final class ManifestRows {
  static final String TABLE = "extract_manifest";
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final int DAY = 10;

  private ManifestRows() {}

  static List<Announcement> of(ArrivedFile manifest) {
    return TextRows.of(manifest).stream().flatMap(row -> announcement(row).stream()).toList();
  }

  /** How many rows announce nothing, since they cannot be read. */
  static long unreadable(ArrivedFile manifest) {
    return manifest.rows() - of(manifest).size();
  }

  private static Optional<Announcement> announcement(Map<String, String> row) {
    try {
      LocalDate from = day(required(row, "period_from"));
      LocalDate to = day(required(row, "period_to"));
      LocalDateTime extractedAt = time(required(row, "extracted_at"));
      if (to.isBefore(from) || extractedAt.toLocalDate().isBefore(from)) {
        return Optional.empty();
      }
      return Optional.of(
          new Announcement(
              required(row, "extract_id"),
              required(row, "source_system"),
              required(row, "table_name"),
              text(row, "root_org_unit_id"),
              from,
              to,
              extractedAt,
              Long.parseLong(required(row, "row_count")),
              text(row, "file_sha256").map(digest -> digest.toLowerCase(Locale.ROOT)),
              required(row, "is_full_load").equals("YES"),
              text(row, "schema_version")));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime time(String text) {
    LocalDate day = day(text.substring(0, Math.min(DAY, text.length())));
    if (text.length() == DAY) {
      return day.atStartOfDay();
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime moment
        ? moment.atZoneSameInstant(SWEDEN).toLocalDateTime()
        : LocalDateTime.from(time);
  }

  /** A day of a year with four digits. */
  private static LocalDate day(String text) {
    if (text.length() != DAY) {
      throw new DateTimeException(text);
    }
    return LocalDate.parse(text);
  }

  private static Optional<String> text(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).filter(value -> !value.isEmpty());
  }

  private static String required(Map<String, String> row, String column) {
    return text(row, column).orElseThrow(() -> new DateTimeException(column));
  }
}
