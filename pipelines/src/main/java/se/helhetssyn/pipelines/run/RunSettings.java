package se.helhetssyn.pipelines.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.pipelines.inbox.Inbox;
import se.helhetssyn.pipelines.inbox.InboxFile;
import se.helhetssyn.pipelines.refusal.Refusal;

/**
 * What a municipality has decided for itself; what is not stated keeps its default. What was
 * decided in the dashboards wins over the settings file, and a later decision over an earlier one,
 * key by key; but decisions can only add to the protection.
 *
 * @param indicators indicator → parameter → value
 * @param protection smallest number of persons shown
 * @param identityScan columns that are not searched for identity numbers
 * @param joined the decision to join records of health care and social services; null for none
 * @param sources key as in {@link #asText} → where its value comes from; none for a default
 * @param notes what people should know of the decisions and of the inbox they lie in
 */
record RunSettings(
    Map<String, Map<String, Integer>> indicators,
    SmallNumbers protection,
    IdentityScan identityScan,
    @Nullable JoinedDecision joined,
    Map<String, String> sources,
    List<String> notes) {
  private static final String JOINED = "joined_processing_decision";
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final RunSettings DEFAULTS =
      new RunSettings(
          Map.of(), SmallNumbers.DEFAULT, new IdentityScan(List.of()), null, Map.of(), List.of());

  RunSettings {
    indicators = Map.copyOf(indicators);
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /** Reads a settings file, and over it what the inbox holds that is in force on a day. */
  static RunSettings read(@Nullable Path file, Inbox inbox, LocalDate asOf) {
    RunSettings settings = file == null ? DEFAULTS : DEFAULTS.with(file);
    for (InboxFile decision : inbox.settings()) {
      settings = settings.with(decision, asOf);
    }
    for (String note : inbox.notes()) {
      settings = settings.noting(note);
    }
    return settings;
  }

  private RunSettings with(Path file) {
    StatedSettings stated = StatedSettings.read(file, StatedSettings.class);
    if (!stated.protection().isProtective()) {
      throw lessProtected(file);
    }
    List<String> mistakes = new ArrayList<>(stated.identityScan().mistakes(LocalDate.now(SWEDEN)));
    JoinedDecision decision = stated.joined();
    if (decision != null) {
      mistakes.addAll(decision.mistakes());
    }
    if (!mistakes.isEmpty()) {
      throw StatedSettings.refused(file, String.join("; ", mistakes));
    }
    return with(stated, stated.protection(), String.valueOf(file.getFileName()));
  }

  private RunSettings with(InboxFile file, LocalDate asOf) {
    SettingsDecision decision = StatedSettings.read(file.path(), SettingsDecision.class);
    List<String> mistakes = decision.mistakes(LocalDate.now(SWEDEN));
    if (!mistakes.isEmpty()) {
      throw StatedSettings.refused(file.path(), String.join("; ", mistakes));
    }
    if (!decision.isInForce(asOf)) {
      return noting("Beslut %d gäller från %s.".formatted(file.number(), decision.validFrom()));
    }
    RunSettings next =
        with(
            new StatedSettings(
                decision.indicators(), decision.protection(), decision.identityScan(), null),
            protection.and(decision.protection()),
            "beslut %d, %s".formatted(file.number(), decision.grounds().told()));
    if (!next.protection.isProtective()) {
      throw lessProtected(file.path());
    }
    return next.isAsStrictAs(decision.protection())
        ? next
        : next.noting(
            "Beslut %d kan inte sänka skyddet: det strängare som redan gäller ligger fast."
                .formatted(file.number()));
  }

  /** Whether what a decision says of the protection is what came of it. */
  private boolean isAsStrictAs(SmallNumbers stated) {
    return (stated.protectedLayer() == 0
            || protection.protectedRule().k() == stated.protectedLayer())
        && (stated.publicLayer() == 0 || protection.publicRule().k() == stated.publicLayer());
  }

  private static Refusal lessProtected(Path file) {
    return StatedSettings.refused(
        file, "k_protected ska vara 3–50 och k_public minst lika stort, högst 50");
  }

  private RunSettings with(StatedSettings later, SmallNumbers protecting, String source) {
    Map<String, String> from = new TreeMap<>(sources);
    Map<String, Map<String, Integer>> parameters = new TreeMap<>(indicators);
    later
        .indicators()
        .forEach((id, values) -> {
          Map<String, Integer> merged = new TreeMap<>(parameters.getOrDefault(id, Map.of()));
          merged.putAll(values);
          parameters.put(id, merged);
          values.keySet().forEach(name -> from.put(id + "." + name, source));
        });
    if (protecting.protectedLayer() != protection.protectedLayer()) {
      from.put(SmallNumbers.PROTECTED, source);
    }
    if (protecting.publicLayer() != protection.publicLayer()) {
      from.put(SmallNumbers.PUBLIC, source);
    }
    later.identityScan().asText().keySet().forEach(key -> from.put(key, source));
    JoinedDecision decision = later.joined();
    if (decision != null) {
      from.put(JOINED, source);
    }
    return new RunSettings(
        parameters,
        protecting,
        identityScan.and(later.identityScan()),
        decision == null ? joined : decision,
        from,
        notes);
  }

  private RunSettings noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new RunSettings(indicators, protection, identityScan, joined, sources, more);
  }

  /** A sentence about a setting, with where the setting comes from. */
  String traced(String problem) {
    return sources.entrySet().stream()
        .filter(source -> problem.contains(source.getKey() + " "))
        .findFirst()
        .map(source -> "%s Den kommer från %s.".formatted(problem, source.getValue()))
        .orElse(problem);
  }

  /** As the manifest keeps them: key → value and, for what is stated, key.source → where. */
  Map<String, String> asText() {
    Map<String, String> text = new TreeMap<>();
    text.put(SmallNumbers.PROTECTED, String.valueOf(protection.protectedRule().k()));
    text.put(SmallNumbers.PUBLIC, String.valueOf(protection.publicRule().k()));
    indicators.forEach((id, values) ->
        values.forEach((name, value) -> text.put(id + "." + name, String.valueOf(value))));
    text.putAll(identityScan.asText());
    if (joined != null) {
      text.put(JOINED, joined.asText());
    }
    sources.forEach((key, source) -> text.put(key + ".source", source));
    return text;
  }
}
