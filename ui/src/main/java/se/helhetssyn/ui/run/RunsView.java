package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.ui.chart.TableView;
import se.helhetssyn.ui.login.CurrentAccount;
import se.helhetssyn.ui.login.NewPasswordView;
import se.helhetssyn.ui.login.Role;
import se.helhetssyn.ui.page.PageTitle;

/** The runs: the one that is going on, those before it, and those that are started every day. */
@Route(RunsView.PATH)
@RolesAllowed({"QUALITY", "ADMINISTRATOR"})
@StyleSheet("context://helhetssyn/1/chart.css")
@StyleSheet("context://helhetssyn/1/delivery.css")
public final class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  /** Where the page is. */
  public static final String PATH = "datakvalitet/korningar";

  private static final int SHOWN = 50;

  private final transient PipelineRuns pipeline;
  private final transient Runs runs;
  private final transient Schedules schedules;
  private final transient PipelineProcess processes;
  private final transient CurrentAccount current;
  private final transient Clock clock;
  private final Div now = new Div();
  private final Div before = new Div();
  private final RunPanel panel = new RunPanel(this::stop);
  private final Polling polling = new Polling(this, this::refresh);

  RunsView(
      PipelineRuns pipeline,
      Runs runs,
      Schedules schedules,
      PipelineProcess processes,
      CurrentAccount current,
      Clock clock) {
    this.pipeline = pipeline;
    this.runs = runs;
    this.schedules = schedules;
    this.processes = processes;
    this.current = current;
    this.clock = clock;
    addClassName("page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (current.require().mustChangePassword()) {
      event.forwardTo(NewPasswordView.PATH);
      return;
    }
    removeAll();
    boolean mayChange = current.require().role() == Role.ADMINISTRATOR;
    add(
        new PageTitle(text("runs.title")),
        new RunTabs(PATH),
        now,
        new Section(new H2(text("runs.before")), before),
        new ScheduleList(schedules, processes, clock, current.require().user(), mayChange));
    refresh();
  }

  private void refresh() {
    Instant at = clock.instant();
    Optional<PipelineRun> running = pipeline.running();
    running.ifPresent(run -> panel.show(run, pipeline.progress(run.id()), at));
    if (running.isPresent() != panel.isAttached() || before.getChildren().findAny().isEmpty()) {
      now.removeAll();
      running.ifPresent(run -> now.add(panel));
      list(at);
    }
    polling.want(running.isPresent());
  }

  private void list(Instant at) {
    List<PipelineRun> last = runs.last(SHOWN);
    before.removeAll();
    before.add(
        last.isEmpty()
            ? new Paragraph(text("runs.none"))
            : new TableView(RunsViewModel.of(last, at).table()));
  }

  private void stop(String run) {
    pipeline.cancel(run, current.require().user());
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("runs.title"));
  }
}
