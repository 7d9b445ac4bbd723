package se.helhetssyn.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import se.helhetssyn.ui.state.StateDatabases;

/** Accounts in every database that they may live in. */
final class AccountsTest {
  private final PasswordEncoder passwords =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();

  @ParameterizedTest
  @EnumSource
  void anAccountIsMadeAndChangedUnderItsName(StateDatabases database) {
    Accounts accounts = new Accounts(database.client(), passwords);
    assertThat(accounts.none()).isTrue();
    accounts.put(new Account("anna", Role.MANAGER, "E1", true), "först");
    accounts.put(new Account("bo", Role.QUALITY, null, false), "annan");
    accounts.put(new Account("anna", Role.ADMINISTRATOR, null, false), "sedan");
    SignedIn anna = accounts.loadUserByUsername("anna");
    assertThat(anna.account()).isEqualTo(new Account("anna", Role.ADMINISTRATOR, null, false));
    assertThat(passwords.matches("sedan", anna.getPassword())).isTrue();
    assertThat(accounts.none()).isFalse();
    assertThatExceptionOfType(UsernameNotFoundException.class)
        .isThrownBy(() -> accounts.loadUserByUsername("ingen"));
  }
}
