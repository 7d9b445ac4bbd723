package se.helhetssyn.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be chosen on the page and stands in its address.
 *
 * @param parameter its name in the address
 * @param label what it is called on the page
 * @param options what can be chosen here, in the order it is offered
 * @param chosen one of the options; an option without code or name where there are none
 * @param refused whether the address asked for something that is not among the options
 */
public record Filter(
    String parameter, String label, List<Option> options, Option chosen, boolean refused) {
  private static final Option NOTHING = new Option("", "");

  /**
   * One possible choice.
   *
   * @param code as it stands in the address; empty for a choice that restricts nothing
   * @param name for people
   * @param group heading it is offered under; empty for none
   */
  public record Option(String code, String name, String group) {
    /** A choice under no heading. */
    public Option(String code, String name) {
      this(code, name, "");
    }
  }

  public Filter {
    options = List.copyOf(options);
  }

  /**
   * Reads a choice from an address.
   *
   * @param options the first is shown where the address names nothing, or nothing there is
   * @param asked what the address names
   */
  public static Filter of(
      String parameter, String label, List<Option> options, Optional<String> asked) {
    Option usual = options.isEmpty() ? NOTHING : options.getFirst();
    Optional<Option> found =
        asked.flatMap(
            code -> options.stream().filter(option -> option.code().equals(code)).findFirst());
    boolean refused = asked.isPresent() && found.isEmpty() && !options.isEmpty();
    return new Filter(parameter, label, options, found.orElse(usual), refused);
  }

  /** The same, with a first option that restricts nothing. */
  public static Filter restricting(
      String parameter, String label, String all, List<Option> options, Optional<String> asked) {
    List<Option> offered = new ArrayList<>(List.of(new Option("", all)));
    offered.addAll(options);
    return of(parameter, label, offered, asked);
  }

  /** Whether there is anything to choose between. */
  public boolean isOffered() {
    return options.size() > 1;
  }

  /** What stands in the address; empty where it need not say anything. */
  public Optional<String> code() {
    return Optional.of(chosen.code()).filter(code -> !code.isEmpty());
  }
}
