package se.helhetssyn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;

final class ManagerAccessTest extends DashboardTest {
  ManagerAccessTest() {
    super("chef");
  }

  @Test
  void aManagerStartsAtTheOwnUnit() {
    open("", "");
    assertThat(words()).contains("Åsgården").doesNotContain("Ekköpings kommun");
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getText)
        .contains("Överblick", "Min enhet")
        .doesNotContain("Organisation");
  }

  @Test
  void aManagerHasNoOtherNodeToChoose() {
    open("", "");
    assertThat(findInView(ComboBox.class).all()).isEmpty();
  }

  @Test
  void anotherUnitIsRefusedOnBothPages() {
    open("enhet/E2", "");
    assertThat(getCurrentView()).isInstanceOf(ForbiddenPage.class);
    open("", "org=E2");
    assertThat(getCurrentView()).isInstanceOf(ForbiddenPage.class);
    assertThat(words()).contains("Sidan är inte din").doesNotContain("Björkgården");
  }

  @Test
  void whetherAnotherUnitExistsIsNotTold() {
    open("enhet/FINNSINTE", "");
    assertThat(getCurrentView()).isInstanceOf(ForbiddenPage.class);
  }

  @Test
  void theFootSaysHowFreshAndHowProtectedTheFiguresAre() {
    open("", "");
    assertThat(find(MainLayout.class).single().getElement().getTextRecursively())
        .contains(
            "Uppgifter t.o.m. 31\u00a0oktober 2026, publicerade 1\u00a0november 2026 kl.\u00a007.00.")
        .contains("Små tal är dolda med den primära regeln.")
        .contains("chef, enhetschef");
  }
}
