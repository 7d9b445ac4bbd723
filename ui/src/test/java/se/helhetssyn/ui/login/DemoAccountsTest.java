package se.helhetssyn.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoAccountsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theThreeAccountsHaveTheirRolesAndTheManagerAUnit() throws IOException {
    Path file = write("division.password=a\nchef.password=b\nchef.unit=E7\nkvalitet.password=c\n");
    assertThat(DemoAccounts.read(file).entries())
        .containsExactly(
            new DemoAccounts.Entry(new Account("division", Role.DIVISION, null, false), "a"),
            new DemoAccounts.Entry(new Account("chef", Role.MANAGER, "E7", false), "b"),
            new DemoAccounts.Entry(new Account("kvalitet", Role.QUALITY, null, false), "c"));
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    Path file = write("division.password=a\nchef.password=b\nchef.unit=E7\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoAccounts.read(file))
        .withMessage("kvalitet.password");
  }

  @Test
  void aManagerWithoutAUnitIsNoAccount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Account("chef", Role.MANAGER, null, false));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("konton.properties"), text);
  }
}
