package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.analytics.quality.Thresholds;
import se.helhetssyn.ui.DashboardTest;
import se.helhetssyn.ui.page.Filter;

final class DataQualityViewTest extends DashboardTest {
  private static final String OWN_AGAIN = "Tillbaka till regelns egen gräns.";

  @Autowired private QualityThresholds thresholds;

  DataQualityViewTest() {
    super("kvalitet");
  }

  @Test
  void theNavigationLeadsHereAndEverySectionHasAHeading() {
    open("datakvalitet", "");
    assertThat(find(Anchor.class).all())
        .filteredOn(link -> "page".equals(link.getElement().getAttribute("aria-current")))
        .singleElement()
        .extracting(Anchor::getText)
        .isEqualTo("Datakvalitet");
    assertThat(findInView(H2.class).all())
        .extracting(H2::getText)
        .containsExactly(
            "Senaste leveranserna",
            "Enheter utan leverans",
            "Kontroller efter slag",
            "Fynd per regel",
            "Att säga till leverantören",
            "Gränser som går att flytta",
            "Eftersläpning",
            "Ändrat sedan sist");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aChoiceIsAnAddress() {
    open("datakvalitet", "tabell=plan");
    Select<Filter.Option> sources =
        (Select<Filter.Option>)
            findInView(Select.class).all().stream()
                .filter(select -> select.getAriaLabel().orElse("").equals("Källa"))
                .findFirst()
                .orElseThrow();
    sources.setValue(sources.getListDataView().getItem(1));
    assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters())
        .isEqualTo(QueryParameters.fromString("kalla=Avvika&tabell=plan"));
    assertThat(words()).contains("Inga leveranser stämmer med valet.");
  }

  @Test
  void aMovedThresholdHoldsAtOnceAndIsRemembered() {
    try {
      open("datakvalitet", "regel=DQ16");
      write("3", "Leverantören rättar i november.");
      assertThat(words())
          .contains("Gränsen är sparad och gäller från nu.")
          .contains("Leverantören rättar i november.", "kvalitet");
      MovedThreshold kept = thresholds.history().getFirst();
      assertThat(kept.rule()).isEqualTo("DQ16");
      assertThat(kept.table()).isNull();
      assertThat(kept.share()).isEqualTo(0.03);
      assertThat(kept.changedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
      assertThat(inForce().share("DQ16", "deviation", 0.01)).isEqualTo(0.03);
    } finally {
      thresholds.move(new MovedThreshold("DQ16", null, null, OWN_AGAIN, "kvalitet", Instant.now()));
    }
    assertThat(inForce().share("DQ16", "deviation", 0.01)).isEqualTo(0.01);
    assertThat(thresholds.history()).extracting(MovedThreshold::reason).startsWith(OWN_AGAIN);
  }

  @Test
  void mistakesAreToldWhereTheyAreAndNothingIsKept() {
    int before = thresholds.history().size();
    open("datakvalitet", "");
    write("mycket", "kort");
    assertThat(findInView(TextField.class).single().getErrorMessage())
        .startsWith("Skriv ett tal från 0 till 100");
    assertThat(findInView(TextArea.class).single().getErrorMessage())
        .isEqualTo("Skriv ett skäl på minst tio tecken.");
    assertThat(rules().getErrorMessage()).isEqualTo("Välj vilken regel gränsen gäller.");
    assertThat(findInView(TextField.class).single().getValue()).isEqualTo("mycket");
    assertThat(thresholds.history()).hasSize(before);
  }

  private Thresholds inForce() {
    return QualityThresholds.inForce(thresholds.history(), Map.of("DQ16", 0.01));
  }

  private void write(String percent, String reason) {
    findInView(TextField.class).single().setValue(percent);
    findInView(TextArea.class).single().setValue(reason);
    NativeButton save =
        findInView(NativeButton.class).all().stream()
            .filter(button -> button.getText().equals("Spara gränsen"))
            .findFirst()
            .orElseThrow();
    test(save).click();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<RuleText> rules() {
    return (ComboBox<RuleText>)
        findInView(ComboBox.class).all().stream()
            .filter(box -> "Regel".equals(box.getLabel()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void anUnknownNodeIsAPageThatSaysSo() {
    open("datakvalitet", "org=FINNSINTE");
    assertThat(words()).contains("Sidan finns inte");
  }
}
