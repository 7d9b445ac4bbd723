package se.helhetssyn.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.helhetssyn.ui.ComparedUnits;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.PublishedForTests;
import se.helhetssyn.ui.chart.Chart;
import se.helhetssyn.ui.login.Account;
import se.helhetssyn.ui.login.Accounts;
import se.helhetssyn.ui.login.Role;
import tools.jackson.databind.json.JsonMapper;

final class CompareAsManagerTest extends DashboardTest {
  private static final String USER = "chef-j01";
  private static final String OWN_COUNTS = "16 av 22|20 av 40";
  private static final String COUNT_OF_UNITS = "\\d+ av \\d+ enheter";

  @Autowired private Accounts accounts;

  CompareAsManagerTest() {
    super(USER);
  }

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    accounts.put(
        new Account(USER, Role.MANAGER, ComparedUnits.UNIT, false), PublishedForTests.PASSWORD);
    super.initVaadinEnvironment();
  }

  @Test
  void nothingThatTellsAnotherUnitIsOnThePage() {
    for (String query : List.of("", "indikator=V02&riskomrade=FALL", "regi=EXTERNAL", "sida=2")) {
      open("jamfor", query);
      String page =
          getCurrentView().getElement().getOuterHTML()
              + words()
              + JsonMapper.shared().writeValueAsString(findInView(Chart.class).single().config());
      assertThat(page)
          .contains("Min enhet", "Annan enhet")
          .doesNotContain(ComparedUnits.RESIDENTIAL.subList(1, 14))
          .doesNotContainPattern("J(0[2-9]|1\\d)")
          .doesNotContain("Extern utförare");
      assertThat(page.replaceAll(OWN_COUNTS + "|" + COUNT_OF_UNITS, ""))
          .doesNotContainPattern("\\d av \\d");
    }
  }

  @Test
  void anotherNodeIsRefused() {
    for (String node : List.of("J02", "O3", "D2", "K", "FINNSINTE")) {
      open("jamfor", "org=" + node);
      assertThat(words()).contains("Sidan är inte din").doesNotContain("Annan enhet");
    }
  }

  @Test
  void thereIsNoOtherNodeToChoose() {
    open("jamfor", "org=J01");
    assertThat(findInView(ComboBox.class).all()).isEmpty();
    assertThat(words()).contains("Annan enhet");
  }
}
