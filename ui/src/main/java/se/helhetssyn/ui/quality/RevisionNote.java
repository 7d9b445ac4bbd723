package se.helhetssyn.ui.quality;

import static java.util.stream.Collectors.toMap;
import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import se.helhetssyn.analytics.mart.FigureKey;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.Period;
import se.helhetssyn.analytics.quality.QualityMart;
import se.helhetssyn.analytics.quality.Revision;
import se.helhetssyn.analytics.quality.RevisionQuery;

/** Says that a figure is another one than in the generation before, and why. */
public final class RevisionNote extends Paragraph {
  private RevisionNote(Revision revision) {
    super(text("quality.revision.note", RevisionWords.sentence(revision)));
    addClassName("note");
  }

  /** The notes about a node's figures of a period; none of those that were not revised. */
  public static Map<FigureKey, RevisionNote> of(Mart mart, String orgUnitId, Period period) {
    return new QualityMart(mart)
        .revisions(new RevisionQuery(null, orgUnitId, period)).stream()
            .collect(toMap(Revision::figure, RevisionNote::new));
  }
}
