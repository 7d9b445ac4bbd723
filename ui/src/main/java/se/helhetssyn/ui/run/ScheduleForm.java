package se.helhetssyn.ui.run;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Sets a run that is started every day. */
final class ScheduleForm extends Div {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");
  private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("H[.][:]mm");
  private static final int USUAL_GRACE = 60;
  private static final int LONGEST_GRACE = 24 * 60 - 1;

  private final transient Clock clock;
  private final String user;
  private final transient Consumer<Schedule> keep;
  private final TextField time = new TextField(text("schedule.time"));
  private final TextField folder = new TextField(text("schedule.folder"));
  private final Select<String> mapping = new Select<>();
  private final IntegerField grace = new IntegerField(text("schedule.grace"));
  private final Paragraph saved = new Paragraph();

  ScheduleForm(List<String> mappings, Clock clock, String user, Consumer<Schedule> keep) {
    this.clock = clock;
    this.user = user;
    this.keep = keep;
    addClassName("fields");
    time.setPlaceholder("06.30");
    time.setRequiredIndicatorVisible(true);
    folder.setRequiredIndicatorVisible(true);
    List<String> layouts = new ArrayList<>(List.of(text("deliver.canonical")));
    layouts.addAll(mappings);
    mapping.setLabel(text("deliver.layout"));
    mapping.setItems(layouts);
    mapping.setValue(layouts.getFirst());
    grace.setValue(USUAL_GRACE);
    saved.getElement().setAttribute("role", "status");
    NativeButton save = new NativeButton(text("schedule.save"), click -> save());
    save.addClassName("primary");
    add(time, folder, mapping, grace, save, saved);
  }

  static String time(LocalTime time) {
    return TIME.format(time);
  }

  private void save() {
    saved.setText("");
    Optional<LocalTime> at = at();
    Optional<Path> from = from();
    Integer minutes = grace.getValue();
    boolean tooLong = minutes == null || minutes < 1 || minutes > LONGEST_GRACE;
    complain(grace, tooLong, text("schedule.grace.bad"));
    if (at.isPresent() && from.isPresent() && !tooLong) {
      ZonedDateTime now = ZonedDateTime.now(clock);
      String chosen = mapping.getValue();
      keep.accept(
          new Schedule(
              UUID.randomUUID().toString(),
              at.get(),
              from.get(),
              chosen.equals(text("deliver.canonical")) ? null : chosen,
              Duration.ofMinutes(minutes),
              user,
              Schedule.dueDay(at.get(), now),
              null));
      saved.setText(text("schedule.saved", time(at.get())));
    }
  }

  private Optional<LocalTime> at() {
    try {
      LocalTime read = LocalTime.parse(time.getValue().strip(), READ);
      complain(time, false, "");
      return Optional.of(read);
    } catch (DateTimeParseException mistake) {
      complain(time, true, text("schedule.time.bad"));
      return Optional.empty();
    }
  }

  private Optional<Path> from() {
    try {
      Path path = Path.of(folder.getValue().strip());
      boolean usable = path.isAbsolute() && Files.isDirectory(path) && Files.isReadable(path);
      complain(folder, !usable, text("schedule.folder.bad"));
      return usable ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException mistake) {
      complain(folder, true, text("schedule.folder.bad"));
      return Optional.empty();
    }
  }

  private static void complain(HasValidation field, boolean wrong, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(wrong);
  }
}
