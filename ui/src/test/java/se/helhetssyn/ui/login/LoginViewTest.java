package se.helhetssyn.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;

final class LoginViewTest extends DashboardTest {
  LoginViewTest() {
    super("division");
  }

  @Test
  void everyFieldHasALabelAndSaysWhatItIsForToPasswordManagers() {
    open(LoginView.PATH, "");
    assertThat(findInView(NativeLabel.class).all())
        .extracting(NativeLabel::getText)
        .containsExactly("Användarnamn", "Lösenord");
    assertThat(findInView(Input.class).all())
        .extracting(input -> input.getElement().getAttribute("autocomplete"))
        .contains("username", "current-password");
  }

  @Test
  void aFailedLoginIsSaidWithoutTellingWhichPartWasWrong() {
    open(LoginView.PATH, "");
    assertThat(alerts()).isZero();
    open(LoginView.PATH, "error");
    assertThat(alerts()).isOne();
    assertThat(words()).contains("Användarnamnet eller lösenordet stämmer inte. Försök igen.");
  }

  private long alerts() {
    return findInView(Paragraph.class).all().stream()
        .filter(line -> "alert".equals(line.getElement().getAttribute("role")))
        .count();
  }
}
