package se.helhetssyn.analytics.indicator;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** The named steps of a query; each may read those before it. */
final class Steps {
  private final Map<String, String> queries = new LinkedHashMap<>();

  /** Adds a step and gives its name. */
  String add(String name, String query) {
    if (queries.put(name, query) != null) {
      throw new IllegalStateException("two steps are named " + name);
    }
    return name;
  }

  /** The steps followed by the query that reads them. */
  String before(String query) {
    return queries.entrySet().stream()
        .map(q -> "%s AS (%s)".formatted(q.getKey(), q.getValue()))
        .collect(joining(",\n", "WITH ", "\n" + query));
  }
}
