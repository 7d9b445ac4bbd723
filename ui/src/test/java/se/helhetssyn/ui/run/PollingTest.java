package se.helhetssyn.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.junit.jupiter.api.Test;

final class PollingTest {
  private final UI window = new UI();
  private int refreshed;

  private Div part() {
    Div part = new Div();
    new Polling(part, () -> refreshed++).want(true);
    return part;
  }

  @Test
  void aPartThatGoesDoesNotTakeTheIntervalFromTheOneThatCame() {
    Div before = part();
    Div after = part();
    window.add(before);
    window.add(after);
    window.remove(before);
    assertThat(window.getPollInterval()).isEqualTo(Polling.EACH_MILLIS);
    window.remove(after);
    assertThat(window.getPollInterval()).isEqualTo(-1);
  }

  @Test
  void aPartThatHasGoneIsNotBroughtUpToDate() {
    Div part = part();
    window.add(part);
    ComponentUtil.fireEvent(window, new PollEvent(window, true));
    assertThat(refreshed).isEqualTo(1);
    window.remove(part);
    ComponentUtil.fireEvent(window, new PollEvent(window, true));
    assertThat(refreshed).isEqualTo(1);
  }
}
