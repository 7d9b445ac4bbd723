package se.helhetssyn.analytics.indicator;

import java.util.List;

/** Definitions that cannot be used, with every problem found: file, key and what is wrong. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  DefinitionException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One Swedish sentence per problem. */
  public List<String> problems() {
    return problems;
  }
}
