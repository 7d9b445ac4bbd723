package se.helhetssyn.analytics.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.expression.Expression;

/** Problems of one file, with the key they stand under. */
record Findings(String file, String path, Set<String> parameters, List<String> problems) {
  Findings(String file, Set<String> parameters) {
    this(file, "", parameters, new ArrayList<>());
  }

  Findings at(String key) {
    return new Findings(file, path.isEmpty() ? key : path + "." + key, parameters, problems);
  }

  void require(boolean holds, String key, String problem) {
    if (!holds) {
      problems.add("%s: %s %s.".formatted(file, at(key).path, problem));
    }
  }

  void text(String key, @Nullable String value) {
    require(value != null && !value.isBlank(), key, "saknas");
  }

  /** Makes names known; each must be new. */
  void add(Set<String> known, Collection<String> names) {
    for (String name : names) {
      require(name.matches("[a-z][a-z0-9_]*"), name, "ska vara gemener");
      require(known.add(name), name, "finns redan");
    }
  }

  /** Named expressions, all of which must be there. */
  void expressions(Map<String, Expression> named, Set<String> plain, Set<String> row) {
    named.forEach((name, expression) -> {
      require(expression != null, name, "saknas");
      columns(expression, plain, row);
    });
  }

  /** An expression may speak of {@code plain} columns, and of {@code row} as {@code row.x}. */
  void columns(@Nullable Expression expression, Set<String> plain, Set<String> row) {
    if (expression == null) {
      return;
    }
    expression
        .columns()
        .forEach(c ->
            require(
                (c.scope().isEmpty() ? plain : row).contains(c.name()),
                c.name(),
                "är en okänd kolumn"));
    expression
        .parameters()
        .forEach(p -> require(parameters.contains(p.name()), ":" + p.name(), "är ingen parameter"));
  }
}
