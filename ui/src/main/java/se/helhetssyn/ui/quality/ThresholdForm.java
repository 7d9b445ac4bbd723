package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.helhetssyn.analytics.quality.RuleText;
import se.helhetssyn.ui.page.Filter;
import se.helhetssyn.ui.quality.ThresholdDraft.Part;

/** Moves a threshold; every part that is wrong says so and keeps what was written. */
final class ThresholdForm extends Div {
  private final ComboBox<RuleText> rule = new ComboBox<>(text("quality.form.rule"));
  private final Select<Filter.Option> table = new Select<>();
  private final TextField percent = new TextField(text("quality.form.percent"));
  private final TextArea reason = new TextArea(text("quality.form.reason"));
  private final transient IdentitySearch identities;
  private final transient Consumer<ThresholdDraft> keep;

  ThresholdForm(
      ThresholdsModel model,
      List<Filter.Option> tables,
      IdentitySearch identities,
      Consumer<ThresholdDraft> keep) {
    this.identities = identities;
    this.keep = keep;
    addClassName("threshold-form");
    rule.setItems(model.rules());
    rule.setItemLabelGenerator(r -> text("quality.rule.heading", r.id(), r.title()));
    rule.setRequiredIndicatorVisible(true);
    rule.addValueChangeListener(change -> tellOwn(change.getValue()));
    table.setLabel(text("quality.form.table"));
    table.setItems(tables);
    table.setItemLabelGenerator(Filter.Option::name);
    table.setValue(tables.getFirst());
    reason.setRequiredIndicatorVisible(true);
    reason.setHelperText(text("quality.form.reason.help"));
    model.chosen().ifPresent(rule::setValue);
    tellOwn(rule.getValue());
    NativeButton save = new NativeButton(text("quality.form.save"), click -> save());
    save.addClassName("primary");
    add(rule, table, percent, reason, new Paragraph(save));
  }

  private void tellOwn(@Nullable RuleText chosen) {
    percent.setHelperText(
        chosen == null
            ? text("quality.form.percent.help")
            : text(
                "quality.form.percent.own",
                QualityWords.threshold(chosen.threshold()),
                chosen.grounds()));
  }

  private void save() {
    RuleText chosen = rule.getValue();
    String of = table.getValue().code();
    ThresholdDraft draft =
        new ThresholdDraft(
            chosen == null ? "" : chosen.id(),
            of.isEmpty() ? null : of,
            percent.getValue(),
            reason.getValue());
    Map<Part, String> mistakes = draft.mistakes(identities);
    complain(rule, mistakes.get(Part.RULE));
    complain(percent, mistakes.get(Part.PERCENT));
    complain(reason, mistakes.get(Part.REASON));
    if (mistakes.isEmpty()) {
      keep.accept(draft);
    }
  }

  private static void complain(HasValidation field, @Nullable String mistake) {
    field.setErrorMessage(mistake == null ? "" : mistake);
    field.setInvalid(mistake != null);
  }
}
