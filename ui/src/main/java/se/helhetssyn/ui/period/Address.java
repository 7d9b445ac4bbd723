package se.helhetssyn.ui.period;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Period;

/**
 * A page of this application with what is chosen on it, so that it can be linked to and shared.
 *
 * @param path without a leading slash; empty for the first page
 * @param query what is chosen
 */
public record Address(String path, Map<String, String> query) {
  public Address {
    query = Map.copyOf(query);
  }

  /** The same page for another period. */
  public Address with(Period period) {
    return with(PeriodChoice.PARAMETER, PeriodCode.write(period));
  }

  /** The same page with a parameter set, or left out if the value is null. */
  public Address with(String name, @Nullable String value) {
    Map<String, String> changed = new TreeMap<>(query);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Address(path, changed);
  }

  /** For the framework's own navigation. */
  public QueryParameters parameters() {
    return QueryParameters.simple(new TreeMap<>(query));
  }

  /** For a link. */
  public String href() {
    String parameters = parameters().getQueryString();
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }
}
