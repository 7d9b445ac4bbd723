package se.helhetssyn.ui.shell;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import se.helhetssyn.ui.page.PageTitle;

/** Appears five minutes before the session ends; one press keeps it, as every other answer does. */
final class SessionWarning extends Div {
  SessionWarning() {
    NativeButton stay = new NativeButton(text("session.stay"), click -> stay());
    stay.addClassName("quiet");
    Div warning = new Div(new Paragraph(text("session.soon")), stay);
    warning.addClassNames("notice", "concern");
    warning.getElement().setAttribute("hidden", true);
    addClassName("session");
    getElement().setAttribute("role", "status");
    add(warning);
    warning
        .getElement()
        .executeJs(
            "window.helhetssynSession.warn(this, $0)",
            VaadinSession.getCurrent().getSession().getMaxInactiveInterval());
  }

  /** The question alone has renewed the session; the focus must not vanish with the button. */
  private void stay() {
    getElement().executeJs("document.getElementById($0)?.focus()", PageTitle.ID);
  }
}
