package se.helhetssyn.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a part of a page up to date every second for as long as it wants that and is on the page.
 * The interval is the window's, not a part's: it is taken away only when no part wants it any more.
 */
public final class Polling implements Serializable {
  static final int EACH_MILLIS = 1_000;

  private static final int NEVER = -1;

  private final Component part;
  private final transient Runnable refresh;
  private @Nullable Registration listener;
  private boolean wanted;

  /** Brings a part up to date by doing something. */
  public Polling(Component part, Runnable refresh) {
    this.part = part;
    this.refresh = refresh;
    part.addAttachListener(attached -> begin(attached.getUI()));
    part.addDetachListener(detached -> end(detached.getUI()));
  }

  /** Says whether the part wants to be brought up to date. */
  public void want(boolean often) {
    wanted = often;
    Optional<UI> window = part.isAttached() ? part.getUI() : Optional.empty();
    window.ifPresent(ui -> count(ui, often));
  }

  private void begin(UI window) {
    listener = window.addPollListener(poll -> refresh.run());
    count(window, wanted);
  }

  private void end(UI window) {
    if (listener != null) {
      listener.remove();
      listener = null;
    }
    count(window, false);
  }

  private void count(UI window, boolean wants) {
    Wanting all = ComponentUtil.getData(window, Wanting.class);
    if (all == null) {
      all = new Wanting();
      ComponentUtil.setData(window, Wanting.class, all);
    }
    if (wants) {
      all.parts.add(this);
    } else {
      all.parts.remove(this);
    }
    window.setPollInterval(all.parts.isEmpty() ? NEVER : EACH_MILLIS);
  }

  /** Those who want the window's interval. */
  private static final class Wanting implements Serializable {
    private final Set<Polling> parts = new HashSet<>();
  }
}
