package se.helhetssyn.ui.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.organisation.OrgTree;
import se.helhetssyn.ui.period.PeriodChoice;

/**
 * What a page of figures is about.
 *
 * @param account who looks; may see the node
 * @param mart the served figures
 * @param organisation the served organisation
 * @param node the organisation node
 * @param choice the period
 * @param query everything else the address says
 */
public record PageContext(
    Account account,
    Mart mart,
    OrgTree organisation,
    OrgNode node,
    PeriodChoice choice,
    Map<String, List<String>> query) {
  public PageContext {
    query = Map.copyOf(query);
  }

  /** What the address says about something; empty where it says nothing. */
  public Optional<String> asked(String parameter) {
    return query.getOrDefault(parameter, List.of()).stream().findFirst();
  }
}
