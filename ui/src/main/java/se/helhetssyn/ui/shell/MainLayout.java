package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.mart.Generation;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.catalogue.CatalogueAddress;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.Role;
import se.helhetssyn.ui.organisation.Publication;
import se.helhetssyn.ui.organisation.PublishedStore;
import se.helhetssyn.ui.page.PageTitle;
import se.helhetssyn.ui.run.RunAlarm;
import se.helhetssyn.ui.run.RunTabs;
import se.helhetssyn.ui.wording.SwedishDates;

/** The frame around every page: navigation, who is signed in, the page, where figures come from. */
@Layout
@AnonymousAllowed
@JavaScript("context://helhetssyn/1/theme.js")
@JavaScript("context://helhetssyn/1/place.js")
final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
  private final transient AuthenticationContext authentication;
  private final Anchor skip = new Anchor("", text("skip"));
  private final Nav links = new Nav();
  private final Paragraph outdated = new Paragraph();
  private final Paragraph late = new Paragraph();
  private final Main main = new Main();
  private final Footer footer = new Footer();
  private final transient PublishedStore store;
  private final transient CurrentAccount current;
  private final transient RunAlarm alarm;

  MainLayout(
      PublishedStore store,
      CurrentAccount current,
      RunAlarm alarm,
      AuthenticationContext authentication) {
    this.store = store;
    this.current = current;
    this.alarm = alarm;
    this.authentication = authentication;
    addClassName("frame");
    links.setAriaLabel(text("navigation"));
    for (Paragraph notice : List.of(outdated, late)) {
      notice.addClassNames("notice", "outdated");
      notice.getElement().setAttribute("role", "status");
    }
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    add(skip, side(), new Div(new SessionWarning(), outdated, late, main, footer));
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.removeAll();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement content) {
    main.removeAll();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    String address = event.getLocation().getPathWithQueryParameters();
    getElement().executeJs("window.helhetssynPlace.arrive($0, $1)", address, PageTitle.ID);
    // The address in full: a bare fragment would lead to the first page, the base of all links.
    skip.setHref(address + "#" + PageTitle.ID);
    Publication publication = store.publication();
    links.removeAll();
    link("", text("navigation.overview"), event);
    startNode(publication).ifPresent(node -> link("enhet/" + node.id(), text(ownPage()), event));
    link("jamfor", text("navigation.compare"), event);
    if (current.require().answersForData()) {
      link("datakvalitet", text("navigation.quality"), event);
      link(RunTabs.DELIVER, text("navigation.deliver"), event);
    }
    link(CatalogueAddress.PATH, text("navigation.catalogue"), event);
    footer.removeAll();
    late.setText(alarm.sentence(published(publication)).orElse(""));
    late.setVisible(!late.getText().isEmpty());
    outdated.setVisible(false);
    if (publication instanceof Publication.Served served) {
      outdated.setVisible(served.outdated());
      outdated.setText(
          text("outdated", SwedishDates.minute(served.mart().generation().publishedAt())));
      describe(served.mart().generation());
    }
  }

  private static @Nullable Instant published(Publication publication) {
    return publication instanceof Publication.Served served
        ? served.mart().generation().publishedAt()
        : null;
  }

  private void link(String path, String words, AfterNavigationEvent event) {
    Anchor link = new Anchor(path, words);
    String here = event.getLocation().getPath();
    if (here.equals(path)) {
      link.getElement().setAttribute("aria-current", "page");
    } else if (path.equals(CatalogueAddress.PATH) && here.startsWith(path + "/")) {
      link.getElement().setAttribute("aria-current", "true");
    }
    links.add(link);
  }

  private String ownPage() {
    return current.require().seesEverything() ? "navigation.organisation" : "navigation.own-unit";
  }

  private Optional<OrgNode> startNode(Publication publication) {
    if (!(publication instanceof Publication.Served served)) {
      return Optional.empty();
    }
    String unit = current.require().unitId();
    return unit == null ? served.organisation().root() : served.organisation().find(unit);
  }

  private void describe(Generation generation) {
    footer.add(
        new Paragraph(
            text(
                "footer.fresh",
                SwedishDates.day(generation.deliveredTo()),
                SwedishDates.minute(generation.publishedAt()))),
        new Paragraph(generation.protectionNote()));
  }

  private Component side() {
    Span name = new Span(text("product"));
    name.addClassName("product");
    Header side = new Header(new Div(name, links, user()));
    side.addClassName("side");
    return side;
  }

  private Component user() {
    NativeButton theme = new NativeButton(text("theme.switch"));
    theme.addClassName("quiet");
    theme.getElement().executeJs("this.onclick = () => window.helhetssynTheme.toggle()");
    NativeButton out = new NativeButton(text("logout"), click -> authentication.logout());
    out.addClassName("quiet");
    Div user = new Div(who(), theme, out);
    user.addClassName("user");
    user.getElement().setAttribute("role", "group").setAttribute("aria-label", text("user.label"));
    return user;
  }

  private Component who() {
    return current
        .find()
        .map(account -> new Paragraph(text("user", account.user(), role(account.role()))))
        .orElseGet(Paragraph::new);
  }

  private static String role(Role role) {
    return switch (role) {
      case DIVISION -> text("role.division");
      case MANAGER -> text("role.manager");
      case QUALITY -> text("role.quality");
      case ADMINISTRATOR -> text("role.administrator");
    };
  }
}
