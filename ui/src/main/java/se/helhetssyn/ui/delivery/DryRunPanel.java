package se.helhetssyn.ui.delivery;

import static java.util.stream.Collectors.joining;
import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;
import se.helhetssyn.ui.chart.DataTable;
import se.helhetssyn.ui.chart.TableView;
import se.helhetssyn.ui.wording.SwedishNumbers;
import se.helhetssyn.ui.wording.TableNames;

/** What was found when a delivery was looked at. */
final class DryRunPanel extends Div {
  DryRunPanel(DryRunReport report) {
    addClassName("panel");
    Paragraph verdict = new Paragraph(text(report.goes() ? "deliver.goes" : "deliver.goes-not"));
    verdict.addClassName("notice");
    verdict.setClassName("concern", !report.goes());
    verdict.getElement().setAttribute("role", "status");
    add(new H2(text("deliver.found")), verdict);
    addSentences(text("deliver.problems"), problems(report));
    add(files(report));
    if (!report.tables().isEmpty()) {
      add(tables(report));
    }
    addSentences(text("deliver.reasons"), reasons(report));
    addSentences(text("deliver.notes"), report.notes());
  }

  private static List<String> problems(DryRunReport report) {
    return Stream.concat(
            report.files().stream().flatMap(file -> Stream.ofNullable(file.problem())),
            report.problems().stream())
        .toList();
  }

  private static List<String> reasons(DryRunReport report) {
    return report.tables().stream()
        .flatMap(table ->
            table.reasons().stream()
                .map(each ->
                    text(
                        "deliver.reason",
                        TableNames.of(table.table()),
                        SwedishNumbers.whole(each.rows()),
                        each.reason())))
        .toList();
  }

  private void addSentences(String heading, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    UnorderedList list = new UnorderedList();
    sentences.forEach(sentence -> list.add(new ListItem(sentence)));
    add(new H3(heading), list);
  }

  private static TableView files(DryRunReport report) {
    return new TableView(
        new DataTable(
            text("deliver.table.files"),
            List.of(
                text("deliver.file"),
                text("deliver.tables"),
                text("deliver.rows"),
                text("deliver.encoding"),
                text("deliver.size"),
                text("deliver.taken")),
            report.files().stream().map(DryRunPanel::row).toList()));
  }

  private static List<String> row(DryRunReport.File file) {
    return List.of(
        file.file(),
        file.tables().stream().map(TableNames::of).collect(joining(", ")),
        file.rows() == null ? "" : SwedishNumbers.whole(file.rows()),
        file.encoding() == null ? "" : file.encoding(),
        Staging.size(file.bytes()),
        text(file.taken() ? "deliver.yes" : "deliver.no"));
  }

  private static TableView tables(DryRunReport report) {
    return new TableView(
        new DataTable(
            text("deliver.table.rows"),
            List.of(
                text("run.table"),
                text("deliver.rows"),
                text("deliver.copies"),
                text("deliver.failing")),
            report.tables().stream()
                .map(table ->
                    List.of(
                        TableNames.of(table.table()),
                        SwedishNumbers.whole(table.rows()),
                        SwedishNumbers.whole(table.copies()),
                        SwedishNumbers.whole(table.failing())))
                .toList()));
  }
}
