package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What to tell those who deliver from one source, with a button that copies it. */
final class SupplierBlock extends Article {
  SupplierBlock(SupplierNote note) {
    addClassName("supplier");
    Div letter = new Div(new Paragraph(text("quality.supplier.greeting", note.source())));
    note.words().forEach(line -> letter.add(new Paragraph(line)));
    letter.addClassName("letter");
    add(new H3(note.source()), letter, copy(note));
  }

  private static Paragraph copy(SupplierNote note) {
    Span done = new Span();
    done.getElement().setAttribute("role", "status");
    NativeButton copy = new NativeButton(text("quality.supplier.copy"));
    copy.addClassName("quiet");
    copy.setAriaLabel(text("quality.supplier.copy.label", note.source()));
    copy.getElement()
        .executeJs(
            "this.onclick = () => navigator.clipboard.writeText($0)"
                + ".then(() => $1.textContent = $2, () => $1.textContent = $3)",
            note.all(),
            done.getElement(),
            text("quality.supplier.copied"),
            text("quality.supplier.not-copied"));
    Paragraph line = new Paragraph(copy, done);
    line.addClassName("copy");
    return line;
  }
}
