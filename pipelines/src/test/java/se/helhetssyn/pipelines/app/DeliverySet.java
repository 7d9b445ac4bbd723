package se.helhetssyn.pipelines.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Invented deliveries of one source over time, as untidy as deliveries are: full loads of some
 * months or of one area, changes, rows that come late, are corrected or are gone, a person who gets
 * another key, one who becomes protected, a unit that moves. Nothing in it depends on anything but
 * the seed.
 */
final class DeliverySet {
  /** The delivery that holds every row of every table. */
  static final int EVERYTHING = 1;

  private static final int DELIVERIES = 5;
  private static final int PERSONS = 24;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 180;
  private static final String HEADER =
      "extract_id,source_system,table_name,root_org_unit_id,period_from,period_to,extracted_at,row_count,file_sha256,encoding,delimiter,schema_version,delivered_by,is_full_load";
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put(
        "org_unit",
        "org_unit_id,unit_code,name,level,parent_id,unit_type,provider_form,valid_from,valid_to");
    COLUMNS.put("person", "person_key,birth_year,sex,protected_identity,death_date,test_person");
    COLUMNS.put(
        "enrolment",
        "enrolment_id,person_key,org_unit_id,enrolment_type,law,start_date,end_date,end_reason");
    COLUMNS.put(
        "deviation",
        "deviation_id,law,org_unit_id,person_key,category,severity,reported_at,status,closed_at,lex_track,external_party");
    COLUMNS.put(
        "plan", "plan_id,person_key,org_unit_id,plan_type,law,created_at,valid_from,status");
    COLUMNS.put(
        "plan_revision", "revision_id,plan_id,revised_at,registered_at,revision_kind,trigger");
  }

  /** Rows that a source could tell of, per table. */
  private static final Map<String, Integer> ROWS =
      Map.of("enrolment", 30, "deviation", 90, "plan", 40, "plan_revision", 60);

  private final Random random;
  private final long seed;
  private final List<DeliveredPart> parts = new ArrayList<>();

  /**
   * A file and what is said of it.
   *
   * @param delivery which delivery it belongs to
   * @param name of the file
   * @param text its content
   * @param manifest its row of the manifest; empty for a file that has none
   */
  record DeliveredPart(int delivery, String name, String text, String manifest) {}

  private DeliverySet(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** The files of every delivery of a seed. */
  static List<DeliveredPart> of(long seed) {
    DeliverySet set = new DeliverySet(seed);
    for (int delivery = 0; delivery < DELIVERIES; delivery++) {
      set.deliver(delivery);
    }
    return List.copyOf(set.parts);
  }

  private static String manifest(List<DeliveredPart> parts) {
    StringBuilder manifest = new StringBuilder(HEADER).append('\n');
    parts.stream()
        .filter(part -> !part.manifest().isEmpty())
        .forEach(part -> manifest.append(part.manifest()).append('\n'));
    return manifest.toString();
  }

  /** Writes files and their manifest into a folder. */
  static Path write(Path folder, List<DeliveredPart> parts) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("extract_manifest.csv"), manifest(parts));
      for (DeliveredPart part : parts) {
        Files.writeString(folder.resolve(part.name()), part.text());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two deliveries may have been taken out at one time: nobody knows then which is right. */
  private void deliver(int delivery) {
    int time = delivery == 4 && random.nextInt(3) == 0 ? 3 : delivery;
    LocalDateTime extracted = LocalDateTime.of(2025, 7, 1, 6, 0).plusDays(9L * time);
    boolean everything = delivery == EVERYTHING;
    for (String table : COLUMNS.keySet()) {
      if (everything || table.equals("org_unit") || random.nextInt(10) < 7) {
        file(delivery, table, extracted, everything);
      }
    }
    if (delivery == 2) {
      String successions =
          "old_key,new_key,changed_at\n%s,%s,2025-05-01\n%s,%s,2025-05-02\n"
              .formatted(key(3), key(100), key(7), key(8));
      parts.add(new DeliveredPart(delivery, "person_succession.d2.csv", successions, ""));
    }
  }

  private void file(int delivery, String table, LocalDateTime extracted, boolean everything) {
    boolean full = everything || random.nextInt(3) == 0;
    boolean foundation = table.equals("org_unit") || table.equals("person");
    boolean area = full && !everything && !foundation && random.nextBoolean();
    LocalDate from =
        everything || foundation ? LocalDate.of(2020, 1, 1) : FIRST.plusMonths(random.nextInt(4));
    LocalDate to =
        everything || foundation
            ? LocalDate.of(2025, 6, 30)
            : from.plusMonths(1 + random.nextInt(3)).minusDays(1);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < size(table); i++) {
      if (everything || table.equals("org_unit") || random.nextInt(100) < (full ? 80 : 25)) {
        rows.add(row(table, i, everything ? 0 : random.nextInt(4), delivery));
      }
    }
    if (!rows.isEmpty() && random.nextInt(4) == 0) {
      rows.add(rows.get(random.nextInt(rows.size())));
    }
    rows.removeIf(String::isEmpty);
    String text =
        COLUMNS.get(table) + "\n" + String.join("\n", rows) + (rows.isEmpty() ? "" : "\n");
    String manifest =
        String.join(
            ",",
            "X%d-%s".formatted(delivery, table),
            "VERKSAMHET",
            table,
            area ? "S1" : "",
            from.toString(),
            to.toString(),
            extracted.toString() + ":00",
            String.valueOf(rows.size()),
            DigestUtils.sha256Hex(text.getBytes(UTF_8)),
            "UTF-8",
            "\",\"",
            "1",
            "Kommunen",
            full ? "YES" : "NO");
    parts.add(new DeliveredPart(delivery, "%s.d%d.csv".formatted(table, delivery), text, manifest));
  }

  private static int size(String table) {
    return switch (table) {
      case "org_unit" -> 10;
      case "person" -> PERSONS;
      default -> ROWS.getOrDefault(table, 0);
    };
  }

  /** A row as a version of it tells; a version changes what may be corrected, never the key. */
  private String row(String table, int i, int version, int delivery) {
    Random own = new Random(seed * 31 + (table + i).hashCode());
    Random corrected = new Random(own.nextLong() + version);
    LocalDate day = FIRST.plusDays(own.nextInt(DAYS));
    LocalDate later = day.plusDays(corrected.nextInt(60));
    String unit = "U" + (1 + own.nextInt(5));
    String person = key(own.nextInt(PERSONS));
    return switch (table) {
      case "org_unit" -> node(i, delivery);
      case "person" ->
          "%s,%d,%s,%s,%s,NO"
              .formatted(
                  key(i),
                  1925 + own.nextInt(35),
                  own.nextBoolean() ? "F" : "M",
                  i == 5 && delivery == 3 ? "YES" : "NO",
                  i % 6 == 4 && version > 1 ? FIRST.plusDays(100 + version) : "");
      case "enrolment" ->
          "E%d,%s,%s,RESIDENTIAL,SOL,%s,%s"
              .formatted(
                  i,
                  person,
                  version == 3 ? "U1" : unit,
                  day.minusDays(200),
                  version % 2 == 0 ? "," : later + ",OTHER_UNIT");
      case "deviation" ->
          "A%d,SOL,%s,%s,FALL,%d,%sT10:15:00,%s,NONE,NONE"
              .formatted(
                  i,
                  version == 2 ? "U2" : unit,
                  own.nextInt(5) == 0 ? "" : person,
                  1 + corrected.nextInt(4),
                  day,
                  version == 0 ? "NEW," : "CLOSED," + later);
      case "plan" ->
          "P%d,%s,%s,IMPLEMENTATION_PLAN,SOL,%s,%s,%s"
              .formatted(i, person, unit, day, day, version > 2 ? "ENDED" : "ACTIVE");
      default ->
          "R%d,P%d,%s,%sT08:00:00,%s,SCHEDULED"
              .formatted(
                  i,
                  own.nextInt(40),
                  later,
                  later.plusDays(corrected.nextInt(40)),
                  version == 1 ? "REVISED" : "FOLLOW_UP_NO_CHANGE");
    };
  }

  /** The organisation; from the fourth delivery on a unit has moved, the fifth knows one more. */
  private static String node(int i, int delivery) {
    String moved = delivery >= 3 ? "2025-04-01" : "";
    return switch (i) {
      case 0 -> "K,K,Kommunen,MUNICIPALITY,,,OWN,2020-01-01,";
      case 1 -> "D,D,Divisionen,DIVISION,K,,OWN,2020-01-01,";
      case 2 -> "S1,S1,Norra,SERVICE_AREA,D,,OWN,2020-01-01,";
      case 3 -> "S2,S2,Södra,SERVICE_AREA,D,,OWN,2020-01-01,";
      case 4 -> unit(1, "S1", "2020-01-01", "");
      case 5 -> unit(2, "S1", "2020-01-01", "");
      case 6 -> unit(3, "S1", "2020-01-01", moved);
      case 7 -> unit(4, "S2", "2020-01-01", "");
      case 8 -> delivery >= 3 ? unit(3, "S2", "2025-04-01", "") : "";
      default -> delivery >= 4 ? unit(5, "S2", "2020-01-01", "") : "";
    };
  }

  private static String unit(int number, String parent, String from, String to) {
    return "U%1$d,U%1$d,Enhet %1$d,UNIT,%2$s,RESIDENTIAL_CARE,OWN,%3$s,%4$s"
        .formatted(number, parent, from, to);
  }

  private String key(int person) {
    return DigestUtils.sha256Hex("%d person %d".formatted(seed, person));
  }
}
