package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.period.PeriodChoice;

/** A page of figures for one organisation node and period, both told by its address. */
public abstract class FigurePage extends PublishedPage {
  private final transient CurrentAccount current;

  protected FigurePage(PublishedStore store, CurrentAccount current) {
    super(store, current);
    this.current = current;
  }

  /** The node the address names; empty for the one the person starts at. */
  protected abstract Optional<String> wantedNode(BeforeEnterEvent event);

  /** Fills the page. */
  protected abstract void show(PageContext context);

  /** The page's title for a node and period. */
  protected abstract String title(PageContext context);

  @Override
  protected final void open(Publication.Served served, BeforeEnterEvent event) {
    Account account = current.require();
    Optional<String> wanted = wantedNode(event).or(() -> Optional.ofNullable(account.unitId()));
    if (!wanted.map(account::maySee).orElse(true)) {
      event.rerouteToError(AccessDeniedException.class);
      return;
    }
    Optional<OrgNode> node =
        wanted.isPresent()
            ? served.organisation().find(wanted.get())
            : served.organisation().root();
    if (node.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
    PeriodChoice.of(served.mart(), query)
        .map(c ->
            new PageContext(account, served.mart(), served.organisation(), node.get(), c, query))
        .ifPresentOrElse(
            this::fill,
            () -> say(text("empty.title"), text("empty.no-figures"), text("empty.next")));
  }

  private void fill(PageContext context) {
    entitle(title(context));
    show(context);
  }
}
