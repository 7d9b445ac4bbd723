package se.helhetssyn.ui.delivery;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Receives the files of a delivery, one after the other or several at a time. */
final class ReceivePanel extends Div {
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private final transient DeliveryDesk desk;
  private final transient UploadLimits limits;
  private final String user;
  private final Upload upload;
  private final Select<String> layout = new Select<>();
  private final UnorderedList files = new UnorderedList();
  private final Paragraph sum = new Paragraph();
  private final Div refusals = new Div();
  private final NativeButton look;
  private final NativeButton cancel;
  private final transient Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
  private transient volatile @Nullable Instant begun;

  private record Refusal(Instant at, String why) {}

  ReceivePanel(
      DeliveryDesk desk,
      UploadLimits limits,
      List<String> mappings,
      String user,
      Optional<HandDelivery> delivery,
      Consumer<String> examine,
      Runnable giveUp) {
    this.desk = desk;
    this.limits = limits;
    this.user = user;
    this.upload = new Upload(this::receive);
    addClassNames("panel", "receive");
    List<String> layouts = new ArrayList<>(List.of(""));
    layouts.addAll(mappings);
    layout.setLabel(text("deliver.layout"));
    layout.setItems(layouts);
    layout.setItemLabelGenerator(name -> name.isEmpty() ? text("deliver.canonical") : name);
    layout.setValue("");
    layout.setVisible(!mappings.isEmpty());
    files.addClassName("plain");
    sum.getElement().setAttribute("role", "status");
    refusals.getElement().setAttribute("role", "alert");
    look = new NativeButton(text("deliver.look"), click -> examine.accept(layout.getValue()));
    look.addClassName("primary");
    cancel = new NativeButton(text("deliver.cancel"), click -> giveUp.run());
    cancel.addClassName("quiet");
    prepare();
    add(
        new H2(text("deliver.files")),
        new Paragraph(
            text(
                "deliver.limits",
                Staging.size(limits.file()),
                Staging.size(limits.total()),
                Integer.toString(limits.files()))),
        upload,
        refusals,
        sum,
        files,
        layout,
        DeliverView.buttons(look, cancel));
    list(delivery);
  }

  private void prepare() {
    upload.setI18n(UploadWords.swedish());
    upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv", ".xlsx", ".parquet", ".zip");
    upload.setMaxFiles(limits.files());
    upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, limits.file().toBytes()));
    upload.addFileRejectedListener(rejected -> {
      Refusal refusal = new Refusal(Instant.now(), rejected.getErrorMessage());
      refused.add(refusal);
      show(refusal);
    });
    upload.addAllFinishedListener(finished -> {
      upload.clearFileList();
      forgetEarlier();
      list(desk.of(user).filter(each -> each.state() == DeliveryState.OPEN));
    });
  }

  /** Called for each file, outside the page's own turn: what is to be shown waits for it. */
  private void receive(UploadEvent event) {
    if (begun == null) {
      begun = Instant.now();
    }
    try {
      desk.receive(user, event.getFileName(), event.getInputStream());
    } catch (UploadRefused refusal) {
      String why = String.valueOf(refusal.getMessage());
      refused.add(new Refusal(Instant.now(), why));
      event.reject(why);
    }
  }

  /** Only what was refused together with the files that have just come is shown on. */
  private void forgetEarlier() {
    Instant first = begun == null ? Instant.now() : begun;
    begun = null;
    refused.removeIf(refusal -> refusal.at().isBefore(first.minus(TOGETHER)));
    refusals.removeAll();
    refused.forEach(this::show);
  }

  private void show(Refusal refusal) {
    Paragraph line = new Paragraph(refusal.why());
    line.addClassNames("notice", "concern");
    refusals.add(line);
  }

  private void list(Optional<HandDelivery> delivery) {
    files.removeAll();
    List<HandDelivery.File> received = delivery.map(HandDelivery::files).orElse(List.of());
    received.forEach(file -> files.add(item(file)));
    long bytes = received.stream().mapToLong(HandDelivery.File::bytes).sum();
    sum.setText(
        received.isEmpty()
            ? text("deliver.none")
            : text("deliver.sum", Integer.toString(received.size()), Staging.size(bytes)));
    look.setEnabled(!received.isEmpty());
    cancel.setVisible(delivery.isPresent());
  }

  private static ListItem item(HandDelivery.File file) {
    Span size = new Span(Staging.size(file.bytes()));
    size.addClassName("n");
    return new ListItem(new Span(file.name()), size);
  }
}
