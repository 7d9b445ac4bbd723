package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.html.Paragraph;
import se.helhetssyn.analytics.mart.OrgLevel;
import se.helhetssyn.ui.wording.SwedishNumbers;

/** Says, on the upper levels, how many rows name no known unit and so are counted there alone. */
public final class UnmappedRows extends Paragraph {
  /** The note of a page; hidden where there are no such rows. */
  public UnmappedRows(PageContext context) {
    super(text("unmapped", SwedishNumbers.whole(context.mart().unmappedRows())));
    addClassName("notice");
    setVisible(context.mart().unmappedRows() > 0 && isUpper(context.node().level()));
  }

  private static boolean isUpper(OrgLevel level) {
    return switch (level) {
      case MUNICIPALITY, DIVISION -> true;
      case SERVICE_AREA, UNIT, UNIT_TYPE, PROVIDER_FORM, UNIT_TYPE_PROVIDER -> false;
    };
  }
}
