package se.helhetssyn.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import se.helhetssyn.ui.DashboardTest;

final class DataQualityAsDivisionTest extends DashboardTest {
  DataQualityAsDivisionTest() {
    super("division");
  }

  @Test
  void thePageIsRefusedAndNotInTheNavigation() {
    open("datakvalitet", "");
    assertThat(words()).contains("Sidan är inte din").doesNotContain("Senaste leveranserna");
    open("", "");
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).doesNotContain("Datakvalitet");
  }
}
