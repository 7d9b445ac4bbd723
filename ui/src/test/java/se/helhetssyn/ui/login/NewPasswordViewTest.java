package se.helhetssyn.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.helhetssyn.ui.DashboardTest;

final class NewPasswordViewTest extends DashboardTest {
  @Autowired private Accounts accounts;
  @Autowired private PasswordEncoder passwords;

  NewPasswordViewTest() {
    super("ny");
  }

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    accounts.put(new Account("ny", Role.ADMINISTRATOR, null, true), "engångslösenord");
    super.initVaadinEnvironment();
  }

  @Test
  void nothingIsShownBeforeTheHandedOutPasswordIsReplaced() {
    open("enhet/E1", "");
    assertThat(getCurrentView()).isInstanceOf(NewPasswordView.class);
  }

  @Test
  void aShortOrMistypedPasswordIsRefusedWithAReason() {
    fill("kort", "annat");
    assertThat(findInView(PasswordField.class).all())
        .allMatch(PasswordField::isInvalid)
        .extracting(PasswordField::getErrorMessage)
        .containsExactly("Lösenordet behöver vara minst 12 tecken.", "Lösenorden är inte lika.");
    assertThat(accounts.loadUserByUsername("ny").account().mustChangePassword()).isTrue();
  }

  @Test
  void aPasswordLongerThanCanBeKeptIsRefusedWithAReason() {
    String long72 = "å".repeat(36);
    fill(long72 + "x", long72 + "x");
    assertThat(findInView(PasswordField.class).all())
        .extracting(PasswordField::isInvalid)
        .containsExactly(true, false);
    assertThat(findInView(PasswordField.class).all().getFirst().getErrorMessage())
        .startsWith("Lösenordet är för långt: högst 72 tecken");
    assertThatIllegalStateException()
        .isThrownBy(() -> fill(long72, long72))
        .withMessageStartingWith("invalidated");
  }

  @Test
  void aNewPasswordTakesThePlaceOfTheOldAndEndsTheSession() {
    assertThatIllegalStateException()
        .isThrownBy(() -> fill("ett nytt lösenord", "ett nytt lösenord"))
        .withMessageStartingWith("invalidated");
    SignedIn changed = accounts.loadUserByUsername("ny");
    assertThat(changed.account().mustChangePassword()).isFalse();
    assertThat(passwords.matches("ett nytt lösenord", changed.getPassword())).isTrue();
    assertThat(passwords.matches("engångslösenord", changed.getPassword())).isFalse();
  }

  private void fill(String first, String second) {
    open("", "");
    test(findInView(PasswordField.class).all().getFirst()).setValue(first);
    test(findInView(PasswordField.class).all().getLast()).setValue(second);
    test(findInView(NativeButton.class).single()).click();
  }
}
