package se.helhetssyn.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import se.helhetssyn.ui.login.Accounts;
import se.helhetssyn.ui.login.SignedIn;

/** The dashboards without a browser, for somebody signed in; which store they show is left open. */
@SpringBootTest(classes = HelhetssynUi.class)
public abstract class SignedInTest extends SpringBrowserlessTest {
  @Autowired private Accounts accounts;

  private final String user;

  protected SignedInTest(String user) {
    this.user = user;
  }

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    SignedIn who = accounts.loadUserByUsername(user);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
    super.initVaadinEnvironment();
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  /** Opens an address. */
  protected void open(String path, String query) {
    UI.getCurrent().navigate(path, QueryParameters.fromString(query));
  }

  /** Every word of the page that is open. */
  protected String words() {
    return getCurrentView().getElement().getTextRecursively();
  }
}
