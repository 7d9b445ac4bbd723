package se.helhetssyn.pipelines.file;

import java.io.IOException;

/** A workbook unfolds to more than its {@link WorkbookLimits} allow; the message says which. */
public final class WorkbookTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  WorkbookTooLargeException(String limit) {
    super(limit);
  }
}
