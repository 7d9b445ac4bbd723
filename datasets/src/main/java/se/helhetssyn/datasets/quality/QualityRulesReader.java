package se.helhetssyn.datasets.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.helhetssyn.datasets.quality.QualityRule.Category;
import se.helhetssyn.datasets.quality.QualityRule.Context;
import se.helhetssyn.datasets.quality.QualityRule.Scope;
import se.helhetssyn.datasets.quality.QualityRule.Severity;

/** Turns a list in YAML into rules, or throws once with everything that is wrong with it. */
final class QualityRulesReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> PROPERTIES =
      Set.of(
          "id",
          "title",
          "tables",
          "severity",
          "treatment",
          "scope",
          "category",
          "context",
          "threshold",
          "grounds",
          "explanation",
          "to_supplier");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private QualityRulesReader() {}

  static QualityRules read(String file, InputStream yaml) throws IOException {
    var reader = new QualityRulesReader();
    List<QualityRule> rules = reader.rules(parse(file, yaml));
    if (!reader.faults.isEmpty()) {
      throw new QualityRulesException(file, reader.faults);
    }
    return new QualityRules(rules);
  }

  private static JsonNode parse(String file, InputStream yaml) throws IOException {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new QualityRulesException(file, "line " + line + ": " + e.getOriginalMessage(), e);
    }
  }

  private List<QualityRule> rules(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      faults.add("there is no list of rules");
      return List.of();
    }
    List<QualityRule> rules = new ArrayList<>();
    list.forEach(entry -> rules.add(rule(entry, "rule " + (rules.size() + 1))));
    return rules;
  }

  private QualityRule rule(JsonNode entry, String place) {
    String id = text(entry, place, "id");
    String where = id.isEmpty() ? place : id;
    require(id.isEmpty() || ID.matcher(id).matches(), where, "is no id");
    require(id.isEmpty() || ids.add(id), where, "stands twice");
    entry
        .fieldNames()
        .forEachRemaining(
            name -> require(PROPERTIES.contains(name), where, "has an unknown property " + name));
    QualityRule rule =
        new QualityRule(
            id,
            text(entry, where, "title"),
            tables(entry.path("tables"), where),
            one(Severity.class, entry, where, "severity"),
            one(Treatment.class, entry, where, "treatment"),
            one(Scope.class, entry, where, "scope"),
            one(Category.class, entry, where, "category"),
            one(Context.class, entry, where, "context"),
            threshold(entry, where),
            text(entry, where, "grounds"),
            text(entry, where, "explanation"),
            text(entry, where, "to_supplier"));
    require(
        rule.scope() != Scope.FILE || rule.threshold() == 0,
        where,
        "is about whole files and must have threshold 0");
    return rule;
  }

  private List<String> tables(JsonNode tables, String where) {
    List<String> names = new ArrayList<>();
    tables.forEach(table -> names.add(table.asText()));
    require(tables.isMissingNode() || !names.isEmpty(), where, "lists no tables");
    require(Set.copyOf(names).size() == names.size(), where, "names a table twice");
    names.forEach(name ->
        require(TABLE.matcher(name).matches(), where, "names something that is no table: " + name));
    return names;
  }

  private double threshold(JsonNode entry, String where) {
    JsonNode threshold = entry.path("threshold");
    double share = threshold.asDouble(-1);
    require(
        threshold.isNumber() && share >= 0 && share <= 1, where, "needs a threshold from 0 to 1");
    return share;
  }

  /** The named constant; the first one, and a fault, where there is none of that name. */
  private <E extends Enum<E>> E one(Class<E> type, JsonNode entry, String where, String property) {
    E[] all = type.getEnumConstants();
    String name = text(entry, where, property);
    return Arrays.stream(all)
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseGet(() -> {
          require(name.isEmpty(), where, "has an unknown " + property + ": " + name);
          return all[0];
        });
  }

  private String text(JsonNode entry, String where, String property) {
    JsonNode value = entry.path(property);
    boolean told = value.isTextual() && !value.asText().isBlank();
    require(told, where, "lacks " + property);
    return told ? value.asText() : "";
  }

  private void require(boolean holds, String where, String fault) {
    if (!holds) {
      faults.add(where + " " + fault);
    }
  }
}
