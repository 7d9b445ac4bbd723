package se.helhetssyn.pipelines.refusal;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises a full disk, whichever part of the program met it. */
public final class DiskSpace {
  private static final int DEEPEST = 50;

  /** ENOSPC, EFBIG and EDQUOT as the system words them, and DuckDB's own limit near them. */
  private static final Pattern LACKING =
      Pattern.compile(
          "No space left on device|File too large|Disk quota exceeded|max_temp_directory_size");

  private DiskSpace() {}

  /** Whether a failure, or what caused it, is that there was no more room. */
  public static boolean isLackingIn(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(cause -> LACKING.matcher(String.valueOf(cause.getMessage())).find());
  }
}
