package se.helhetssyn.pipelines.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.helhetssyn.analytics.mart.StoreLayout;
import se.helhetssyn.datasets.contract.DataPackage;
import se.helhetssyn.datasets.contract.TableSchema;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * What the dashboards have handed over: {@code settings-<n>.yaml}, {@code organisation-<n>.yaml}
 * and rows of a few canonical tables, {@code <table>-<n>.csv}. The dashboards write a file under
 * another name and move it here when it is whole, so a run reads without holding anything. Files
 * stay where they are and are read by every run: what is decided follows from the files alone.
 */
public final class Inbox {
  /** Where rows of the inbox come from, as deliveries tell of their source. */
  public static final String SOURCE = "HELHETSSYN";

  /** Canonical tables that may get rows. */
  public static final Set<String> TABLES =
      Set.of("org_unit", "org_succession", "quarterly_review", "unit_calendar");

  /** Those whose rows are made in the dashboards, row by row. */
  private static final Set<String> OWN = Set.of("quarterly_review", "unit_calendar");

  private static final Pattern YAML =
      Pattern.compile("(settings|organisation)-([0-9]{1,9})\\.yaml");
  private static final Pattern CSV = Pattern.compile("([a-z_]+)-([0-9]{1,9})\\.csv");

  private final List<InboxFile> files;
  private final List<String> notes;

  private Inbox(List<InboxFile> files, List<String> notes) {
    this.files = files;
    this.notes = notes;
  }

  /** Lists a store's inbox; an absent one is empty. */
  public static Inbox read(StoreLayout store) {
    List<InboxFile> files = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path path : list(store.inbox())) {
      String name = String.valueOf(path.getFileName());
      Matcher yaml = YAML.matcher(name);
      Matcher csv = CSV.matcher(name);
      if (yaml.matches()) {
        files.add(new InboxFile(yaml.group(1), Integer.parseInt(yaml.group(2)), path));
      } else if (csv.matches() && OWN.contains(csv.group(1))) {
        files.add(new InboxFile(csv.group(1), Integer.parseInt(csv.group(2)), path));
      } else if (!name.endsWith(".tmp")) {
        notes.add("Inkorgens fil %s läses inte: namnet är inget som väntas där.".formatted(name));
      }
    }
    files.sort(Comparator.comparingInt(InboxFile::number).thenComparing(InboxFile::name));
    return new Inbox(List.copyOf(files), List.copyOf(notes));
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw Refusal.badInput("Lagrets inkorg går inte att läsa: kontrollera rättigheterna.", e);
    }
  }

  /** Files with settings, the earliest first. */
  public List<InboxFile> settings() {
    return of("settings").toList();
  }

  /** What people should know: files that are not read. */
  public List<String> notes() {
    return notes;
  }

  /** Whether there are rows to take in. */
  public boolean hasRows() {
    return files.stream().anyMatch(file -> !file.kind().equals("settings"));
  }

  private Stream<InboxFile> of(String kind) {
    return files.stream().filter(file -> file.kind().equals(kind));
  }

  /**
   * The rows that win over every delivered row of the same key: what the decisions about the
   * organisation make of it, and the rows of the inbox's own tables.
   *
   * @param units every row of {@code org_unit} that counts without the inbox: column → text, dates
   *     as {@code 2026-03-31}, empty text or no entry for what is absent
   */
  public InboxRows rows(Collection<Map<String, String>> units) {
    DataPackage contract = DataPackage.load();
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    List<String> left = new ArrayList<>();
    Reorganisation organisation = Reorganisation.of(units);
    of("organisation")
        .forEach(file -> OrganisationFile.apply(file, organisation).ifPresent(left::add));
    tables.put("org_unit", organisation.units());
    tables.put("org_succession", organisation.successions());
    for (String table : OWN) {
      contract.find(table).ifPresent(schema -> tables.put(table, own(schema)));
    }
    tables.values().removeIf(List::isEmpty);
    return new InboxRows(tables, left);
  }

  /** Rows of a table in its files, of which the later wins key by key. */
  private List<Map<String, String>> own(TableSchema schema) {
    Map<List<String>, Map<String, String>> rows = new TreeMap<>(ByText.ORDER);
    of(schema.name())
        .flatMap(file -> CanonicalCsv.read(file, schema).stream())
        .forEach(row ->
            rows.put(schema.primaryKey().stream().map(c -> row.getOrDefault(c, "")).toList(), row));
    return List.copyOf(rows.values());
  }
}
