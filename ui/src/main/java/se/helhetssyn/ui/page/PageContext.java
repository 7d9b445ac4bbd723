package se.helhetssyn.ui.page;

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
 */
public record PageContext(
    Account account, Mart mart, OrgTree organisation, OrgNode node, PeriodChoice choice) {}
