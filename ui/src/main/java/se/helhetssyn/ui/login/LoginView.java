package se.helhetssyn.ui.login;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.security.web.csrf.CsrfToken;

/** The login page: an ordinary form, so that password managers and screen readers know it. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  static final String PATH = "login";

  private final Paragraph failure = new Paragraph(text("login.failed"));

  LoginView() {
    addClassName("login");
    failure.addClassNames("notice", "concern");
    failure.getElement().setAttribute("role", "alert");
    failure.setVisible(false);
    Form form = new Form();
    form.add(
        field("username", text("login.user"), "text", "username"),
        field("password", text("login.password"), "password", "current-password"),
        token(),
        button());
    Div card = new Div(new H1(text("product")), new Paragraph(text("login.lead")), failure, form);
    card.addClassName("panel");
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    failure.setVisible(
        event.getLocation().getQueryParameters().getParameters().containsKey("error"));
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("login.title"));
  }

  private static Component field(String name, String label, String type, String autocomplete) {
    Input input = new Input();
    input.setId(name);
    input.setType(type);
    input.getElement().setAttribute("name", name).setAttribute("autocomplete", autocomplete);
    input.getElement().setAttribute("required", true);
    NativeLabel caption = new NativeLabel(label);
    caption.setFor(input);
    Div row = new Div(caption, input);
    row.addClassName("field");
    return row;
  }

  private static Component token() {
    Input input = new Input();
    input.setType("hidden");
    if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken t) {
      input.getElement().setAttribute("name", t.getParameterName());
      input.getElement().setAttribute("value", t.getToken());
    }
    return input;
  }

  private static Component button() {
    NativeButton button = new NativeButton(text("login.submit"));
    button.getElement().setAttribute("type", "submit");
    button.addClassName("primary");
    return button;
  }

  @Tag("form")
  private static final class Form extends HtmlContainer {
    private Form() {
      getElement().setAttribute("method", "post").setAttribute("action", PATH);
    }
  }
}
