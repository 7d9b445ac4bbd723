package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.NewPasswordView;
import se.helhetssyn.ui.page.PageTitle;
import se.helhetssyn.ui.run.PipelineProcess;
import se.helhetssyn.ui.run.PipelineRun;
import se.helhetssyn.ui.run.PipelineRuns;
import se.helhetssyn.ui.run.Polling;
import se.helhetssyn.ui.run.RunPanel;
import se.helhetssyn.ui.run.RunRefused;
import se.helhetssyn.ui.run.RunTabs;
import se.helhetssyn.ui.run.Runs;

/**
 * Delivers by hand: files are sent, looked at and taken in by a run. Where somebody was is kept by
 * the application, so a reload or a new login goes on from there.
 */
@Route(RunTabs.DELIVER)
@RolesAllowed({"QUALITY", "ADMINISTRATOR"})
@StyleSheet("context://helhetssyn/1/chart.css")
@StyleSheet("context://helhetssyn/1/delivery.css")
final class DeliverView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final transient DeliveryDesk desk;
  private final transient Staging staging;
  private final transient PipelineRuns pipeline;
  private final transient Runs runs;
  private final transient PipelineProcess processes;
  private final transient CurrentAccount current;
  private final transient Clock clock;
  private final Paragraph complaint = new Paragraph();
  private final Div step = new Div();
  private final RunPanel run = new RunPanel(this::stop);
  private final Polling polling = new Polling(this, this::refresh);
  private String user = "";
  private String shown = "";

  DeliverView(
      DeliveryDesk desk,
      Staging staging,
      PipelineRuns pipeline,
      Runs runs,
      PipelineProcess processes,
      CurrentAccount current,
      Clock clock) {
    this.desk = desk;
    this.staging = staging;
    this.pipeline = pipeline;
    this.runs = runs;
    this.processes = processes;
    this.current = current;
    this.clock = clock;
    addClassName("page");
    complaint.addClassNames("notice", "concern");
    complaint.getElement().setAttribute("role", "alert");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (current.require().mustChangePassword()) {
      event.forwardTo(NewPasswordView.PATH);
      return;
    }
    user = current.require().user();
    removeAll();
    complain("");
    add(
        new PageTitle(text("deliver.title")),
        new RunTabs(RunTabs.DELIVER),
        new Paragraph(text("deliver.lead")),
        complaint,
        step);
    refresh();
  }

  /** Shows where the delivery is; nothing that somebody is about to press is made anew. */
  private void refresh() {
    Optional<HandDelivery> delivery = desk.of(user);
    DeliveryState state = delivery.map(HandDelivery::state).orElse(DeliveryState.CANCELLED);
    String now = delivery.map(each -> each.id() + each.state()).orElse("none");
    if (!now.equals(shown)) {
      shown = now;
      step.removeAll();
      step.add(step(delivery, state));
      delivery.map(HandDelivery::message).ifPresent(this::complain);
    }
    if (state == DeliveryState.STARTED) {
      delivery
          .flatMap(each -> Optional.ofNullable(each.runId()))
          .flatMap(runs::find)
          .ifPresent(each -> run.show(each, pipeline.progress(each.id()), clock.instant()));
    }
    polling.want(state == DeliveryState.EXAMINING || state == DeliveryState.STARTED);
  }

  private Component step(Optional<HandDelivery> delivery, DeliveryState state) {
    return switch (state) {
      case OPEN, CANCELLED, LOST -> receiving(delivery.filter(each -> each.state().isOpen()));
      case EXAMINING -> looking();
      case EXAMINED, REFUSED -> looked(delivery.orElseThrow());
      case STARTED -> run;
      case DONE -> done(delivery.orElseThrow());
    };
  }

  private Component receiving(Optional<HandDelivery> delivery) {
    if (!processes.isPossible()) {
      return panel(new Paragraph(text("run.no-command")));
    }
    return new ReceivePanel(
        desk, staging.limits(), processes.mappings(), user, delivery, this::examine, this::cancel);
  }

  private void examine(String mapping) {
    complain("");
    attempt(() ->
        desk.of(user)
            .ifPresent(each -> desk.examine(each.id(), mapping.isEmpty() ? null : mapping)));
  }

  private Component looking() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", text("deliver.looking"));
    Paragraph words = new Paragraph(text("deliver.looking"));
    words.getElement().setAttribute("role", "status");
    return panel(words, bar, quiet("deliver.cancel", this::cancel));
  }

  private Component looked(HandDelivery delivery) {
    DryRunReport report = DryRunReport.of(Optional.ofNullable(delivery.report()).orElse("{}"));
    DryRunPanel panel = new DryRunPanel(report);
    if (delivery.state() == DeliveryState.EXAMINED) {
      NativeButton start = new NativeButton(text("deliver.start"), click -> start(delivery.id()));
      start.addClassName("primary");
      panel.add(buttons(start, quiet("deliver.remove", this::cancel)));
    } else {
      panel.add(buttons(again()));
    }
    return panel;
  }

  private void start(String id) {
    complain("");
    attempt(() -> desk.start(id, user));
  }

  private Component done(HandDelivery delivery) {
    Paragraph words = new Paragraph(words(delivery));
    words.getElement().setAttribute("role", "status");
    Paragraph onwards = new Paragraph(new Anchor("", text("deliver.overview")));
    return panel(words, onwards, buttons(again()));
  }

  private String words(HandDelivery delivery) {
    return Optional.ofNullable(delivery.runId())
        .flatMap(runs::find)
        .flatMap(PipelineRun::ended)
        .map(end ->
            switch (end.outcome()) {
              case PUBLISHED -> text("deliver.done.published");
              case REFUSED -> text("deliver.done.refused", end.message());
              case CANCELLED -> text("deliver.done.cancelled");
              case POSTPONED -> text("deliver.busy");
              case INTERRUPTED -> text("deliver.done.interrupted");
            })
        .orElseGet(() -> text("deliver.done.interrupted"));
  }

  private NativeButton again() {
    NativeButton again =
        new NativeButton(
            text("deliver.again"),
            click -> {
              complain("");
              step.removeAll();
              step.add(receiving(Optional.empty()));
            });
    again.addClassName("primary");
    return again;
  }

  private void cancel() {
    complain("");
    attempt(() -> desk.of(user).ifPresent(each -> desk.cancel(each.id(), user)));
  }

  private void stop(String started) {
    complain("");
    pipeline.cancel(started, user);
  }

  /** What cannot be done is said, and the page shows what is. */
  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (RunRefused refused) {
      complain(String.valueOf(refused.getMessage()));
    }
    shown = "";
    refresh();
  }

  private void complain(String sentence) {
    complaint.setText(sentence);
    complaint.setVisible(!sentence.isEmpty());
  }

  private static NativeButton quiet(String key, Runnable action) {
    NativeButton button = new NativeButton(text(key), click -> action.run());
    button.addClassName("quiet");
    return button;
  }

  static Div buttons(Component... buttons) {
    Div row = new Div(buttons);
    row.addClassName("buttons");
    return row;
  }

  private static Div panel(Component... parts) {
    Div panel = new Div(parts);
    panel.addClassName("panel");
    return panel;
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("deliver.title"));
  }
}
