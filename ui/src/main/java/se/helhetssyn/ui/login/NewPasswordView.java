package se.helhetssyn.ui.login;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;

/** Replaces a password that was handed out, before anything else can be seen. */
@Route(value = NewPasswordView.PATH, autoLayout = false)
@PermitAll
public final class NewPasswordView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  /** Where the page is. */
  public static final String PATH = "nytt-losenord";

  private static final int FEWEST_CHARACTERS = 12;

  /** What the hash takes in; it refuses more. */
  private static final int MOST_BYTES = 72;

  private final transient Accounts accounts;
  private final transient CurrentAccount current;
  private final transient AuthenticationContext authentication;
  private final PasswordField first = new PasswordField(text("password.first"));
  private final PasswordField second = new PasswordField(text("password.second"));

  NewPasswordView(Accounts accounts, CurrentAccount current, AuthenticationContext authentication) {
    this.accounts = accounts;
    this.current = current;
    this.authentication = authentication;
    addClassName("login");
    first.getElement().setAttribute("autocomplete", "new-password");
    second.getElement().setAttribute("autocomplete", "new-password");
    NativeButton save = new NativeButton(text("password.save"), click -> save());
    save.addClassName("primary");
    Div form = new Div(first, second, save);
    form.addClassName("fields");
    Div panel = new Div(new H1(text("password.title")), new Paragraph(text("password.lead")), form);
    panel.addClassName("panel");
    add(panel);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!current.require().mustChangePassword()) {
      event.forwardTo("");
    }
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("password.title"));
  }

  private void save() {
    String password = first.getValue();
    String refusal = refusal(password);
    boolean different = !password.equals(second.getValue());
    complain(first, !refusal.isEmpty(), refusal);
    complain(second, different, text("password.different"));
    if (refusal.isEmpty() && !different) {
      Account account = current.require();
      accounts.put(new Account(account.user(), account.role(), account.unitId(), false), password);
      authentication.logout();
    }
  }

  /** Why the password cannot be taken; empty if it can. */
  private static String refusal(String password) {
    if (password.length() < FEWEST_CHARACTERS) {
      return text("password.too-short", Integer.toString(FEWEST_CHARACTERS));
    }
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        ? text("password.too-long", Integer.toString(MOST_BYTES))
        : "";
  }

  private static void complain(PasswordField field, boolean wrong, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(wrong);
  }
}
