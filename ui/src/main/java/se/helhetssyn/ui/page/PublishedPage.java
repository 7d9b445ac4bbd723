package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.NewPasswordView;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;

/** A page about the served generation; says so where there is none or it cannot be read. */
public abstract class PublishedPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient PublishedStore store;
  private final transient CurrentAccount current;
  private String title = text("product");

  protected PublishedPage(PublishedStore store, CurrentAccount current) {
    this.store = store;
    this.current = current;
  }

  /** Fills the empty page, and names it by {@link #entitle}. */
  protected abstract void open(Publication.Served served, BeforeEnterEvent event);

  @Override
  public final void beforeEnter(BeforeEnterEvent event) {
    if (current.require().mustChangePassword()) {
      event.forwardTo(NewPasswordView.PATH);
      return;
    }
    removeAll();
    setClassName("page");
    switch (store.publication()) {
      case Publication.NothingYet nothing ->
          say(text("empty.title"), text("empty.what"), text("empty.next"));
      case Publication.Unreadable broken ->
          say(text("broken.title"), broken.sentence(), text("broken.next"));
      case Publication.Served served -> open(served, event);
    }
  }

  /** Gives the page its title. */
  protected final void entitle(String words) {
    title = words;
  }

  /** Says why there is nothing to show, and what to do. */
  protected final void say(String heading, String what, String next) {
    entitle(heading);
    Paragraph reason = new Paragraph(what);
    reason.getElement().setAttribute("role", "status");
    Div panel = new Div(new PageTitle(heading), reason, new Paragraph(next));
    panel.addClassName("panel");
    add(panel);
  }

  @Override
  public final String getPageTitle() {
    return text("page.title", title);
  }
}
