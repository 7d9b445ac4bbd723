package se.helhetssyn.pipelines.file;

import java.io.IOException;

/**
 * A file unfolds to more than can be read, such as a workbook beyond its {@link WorkbookLimits};
 * the message says which limit.
 */
public final class FileTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  FileTooLargeException(String limit) {
    super(limit);
  }
}
