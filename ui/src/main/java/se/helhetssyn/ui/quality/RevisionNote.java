package se.helhetssyn.ui.quality;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.quality.QualityMart;
import se.helhetssyn.analytics.quality.Revision;
import se.helhetssyn.analytics.quality.RevisionQuery;

/** Says that a figure is another one than in the generation before, and why. */
public final class RevisionNote extends Paragraph {
  private RevisionNote(Revision revision) {
    super(text("quality.revision.note", RevisionWords.sentence(revision)));
    addClassName("note");
  }

  /** The note about a figure of a generation; empty where it was not revised. */
  public static Optional<RevisionNote> about(Mart mart, FigureKey figure) {
    RevisionQuery query =
        new RevisionQuery(figure.indicatorId(), figure.orgUnitId(), figure.period());
    return new QualityMart(mart)
        .revisions(query).stream()
            .filter(revision -> revision.figure().equals(figure))
            .findFirst()
            .map(RevisionNote::new);
  }
}
