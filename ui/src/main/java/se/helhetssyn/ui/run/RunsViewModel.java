package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.run.PipelineRun.RowSums;
import se.helhetssyn.ui.wording.SwedishDates;

/** The runs as a table, newest first. */
record RunsViewModel(DataTable table) {
  static RunsViewModel of(List<PipelineRun> runs, Instant now) {
    List<String> columns =
        List.of(
            text("runs.started"),
            text("runs.by"),
            text("runs.duration"),
            text("run.delivered"),
            text("run.trusted"),
            text("run.aside"),
            text("runs.outcome"));
    return new RunsViewModel(
        new DataTable(
            text("runs.caption"), columns, runs.stream().map(run -> row(run, now)).toList()));
  }

  private static List<String> row(PipelineRun run, Instant now) {
    Optional<RowSums> rows = run.ended().flatMap(end -> Optional.ofNullable(end.rows()));
    return List.of(
        SwedishDates.minute(run.startedAt()),
        run.scheduleId() == null ? run.user() : text("runs.by-schedule", run.user()),
        RunWords.duration(run.duration(now)),
        rows.map(sums -> RunWords.rows(sums.delivered())).orElse(""),
        rows.map(sums -> RunWords.rows(sums.trusted())).orElse(""),
        rows.map(sums -> RunWords.rows(sums.setAside())).orElse(""),
        run.ended().map(RunsViewModel::outcome).orElseGet(() -> text("runs.going-on")));
  }

  private static String outcome(PipelineRun.End end) {
    String words = RunWords.outcome(end.outcome());
    return end.message().isEmpty() ? words : text("runs.outcome.why", words, end.message());
  }
}
