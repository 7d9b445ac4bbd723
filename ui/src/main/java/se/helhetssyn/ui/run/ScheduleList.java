package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import se.helhetssyn.ui.wording.SwedishDates;

/** The runs that are started every day; only who keeps the installation may change them. */
final class ScheduleList extends Section {
  private final transient Schedules schedules;
  private final transient Clock clock;
  private final boolean mayChange;
  private final Div list = new Div();

  ScheduleList(
      Schedules schedules, PipelineProcess processes, Clock clock, String user, boolean mayChange) {
    this.schedules = schedules;
    this.clock = clock;
    this.mayChange = mayChange;
    add(new H2(text("schedule.title")), list);
    if (mayChange) {
      add(new ScheduleForm(processes.mappings(), clock, user, this::keep));
    } else {
      add(new Paragraph(text("schedule.who")));
    }
    refresh();
  }

  private void keep(Schedule schedule) {
    schedules.add(schedule);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<Schedule> all = schedules.all();
    if (all.isEmpty()) {
      list.add(new Paragraph(text("schedule.none")));
      return;
    }
    UnorderedList items = new UnorderedList();
    items.addClassName("plain");
    all.forEach(schedule -> items.add(item(schedule)));
    list.add(items);
  }

  private ListItem item(Schedule schedule) {
    Span last = new Span(last(schedule));
    last.addClassName("n");
    ListItem item =
        new ListItem(
            new Span(
                text(
                    "schedule.line",
                    ScheduleForm.time(schedule.dailyAt()),
                    schedule.folder().toString(),
                    schedule.mapping() == null ? text("deliver.canonical") : schedule.mapping())),
            last);
    if (mayChange) {
      NativeButton remove = new NativeButton(text("schedule.remove"), click -> remove(schedule));
      remove.addClassName("quiet");
      remove.setAriaLabel(text("schedule.remove.which", ScheduleForm.time(schedule.dailyAt())));
      item.add(remove);
    }
    return item;
  }

  private String last(Schedule schedule) {
    return schedule.isMissing(ZonedDateTime.now(clock))
        ? text("schedule.missing")
        : text("schedule.last", SwedishDates.day(schedule.lastDay()));
  }

  private void remove(Schedule schedule) {
    schedules.remove(schedule.id());
    refresh();
  }
}
