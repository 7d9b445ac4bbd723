package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.TableView;
import se.helhetssyn.ui.run.RunProgress.Stage;
import se.helhetssyn.ui.run.RunProgress.TableRows;
import se.helhetssyn.ui.wording.SwedishDates;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/** A run that is going on: stages, rows and time left. {@link #show} brings it up to date. */
public final class RunPanel extends Div {
  private final Paragraph what = new Paragraph();
  private final Paragraph spoken = new Paragraph();
  private final ProgressBar bar = new ProgressBar(0, 1);
  private final OrderedList stages = new OrderedList();
  private final Div rows = new Div();
  private final Div notes = new Div();
  private final NativeButton stop = new NativeButton(text("run.stop"));
  private String said = "";
  private String shown = "";
  private transient @Nullable RunProgress told;

  /**
   * Shows nothing yet.
   *
   * @param cancel stops the run of an id
   */
  public RunPanel(Consumer<String> cancel) {
    addClassNames("panel", "run");
    bar.getElement().setAttribute("aria-label", text("run.progress"));
    spoken.getElement().setAttribute("role", "status");
    stop.addClassName("quiet");
    stop.addClickListener(click -> {
      stop.setEnabled(false);
      stop.setText(text("run.stopping"));
      cancel.accept(shown);
    });
    stages.addClassName("stages");
    add(new H2(text("run.going-on")), what, spoken, bar, stages, rows, notes, stop);
  }

  /** Shows how far a run has come. */
  public void show(PipelineRun run, RunProgress progress, Instant now) {
    if (!run.id().equals(shown)) {
      begin(run);
    }
    speak(progress, now);
    bar.setIndeterminate(progress.left(now).isEmpty());
    progress
        .left(now)
        .ifPresent(left -> {
          double gone = run.duration(now).toMillis();
          bar.setValue(Math.clamp(gone / Math.max(1, gone + left.toMillis()), 0, 1));
        });
    if (!progress.equals(told)) {
      told = progress;
      tell(progress);
    }
  }

  /** Another run than the one before: it can be stopped too. */
  private void begin(PipelineRun run) {
    shown = run.id();
    told = null;
    said = "";
    what.setText(text("run.started", run.user(), SwedishDates.minute(run.startedAt())));
    stop.setText(text("run.stop"));
    stop.setEnabled(true);
  }

  /** Made anew only when there is news, so that nobody loses their place in it. */
  private void tell(RunProgress progress) {
    stages.removeAll();
    progress.stages().forEach(stage -> stages.add(item(stage)));
    rows.removeAll();
    if (!progress.tables().isEmpty()) {
      rows.add(table(progress));
    }
    notes.removeAll();
    progress.notes().forEach(note -> notes.add(note(note)));
  }

  /** Only what is new is said, so that a screen reader is not interrupted every second. */
  private void speak(RunProgress progress, Instant now) {
    String stage =
        progress.stages().stream()
            .filter(Stage::isRunning)
            .findFirst()
            .map(running ->
                text(
                    "run.at",
                    Integer.toString(progress.place()),
                    Integer.toString(progress.stages().size()),
                    RunWords.stage(running.name())))
            .orElseGet(() -> text("run.starting"));
    String left = progress.left(now).map(RunWords::left).orElseGet(() -> text("run.left.unknown"));
    String sentence = stage + " " + left;
    if (!sentence.equals(said)) {
      said = sentence;
      spoken.setText(sentence);
    }
  }

  private static ListItem item(Stage stage) {
    Span name = new Span(RunWords.stage(stage.name()));
    String state =
        stage.took() != null
            ? text("run.stage.done", SwedishNumbers.decimal(stage.took(), 1))
            : stage.isRunning() ? text("run.stage.now") : text("run.stage.waiting");
    Span words = new Span(state);
    words.addClassName("n");
    ListItem item = new ListItem(name, words);
    if (stage.isRunning()) {
      item.getElement().setAttribute("aria-current", "step");
    }
    return item;
  }

  private static TableView table(RunProgress progress) {
    return new TableView(
        new DataTable(
            text("run.tables"),
            List.of(
                text("run.table"), text("run.delivered"), text("run.trusted"), text("run.aside")),
            progress.tables().stream().map(RunPanel::row).toList()));
  }

  private static List<String> row(TableRows table) {
    return List.of(
        TableNames.of(table.table()),
        RunWords.rows(table.rows().delivered()),
        RunWords.rows(table.rows().trusted()),
        RunWords.rows(table.rows().setAside()));
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassName("note");
    return note;
  }
}
