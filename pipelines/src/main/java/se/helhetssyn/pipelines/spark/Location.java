package se.helhetssyn.pipelines.spark;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a folder or file lies, as Spark and Delta write it. */
public final class Location {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\*?{}\\[\\]]");

  private Location() {}

  /** The address of a path; blanks and letters beyond ASCII stand as they are. */
  public static String of(Path path) {
    return new org.apache.hadoop.fs.Path(path.toAbsolutePath().toUri()).toString();
  }

  /** The same for what Spark reads and takes for a pattern: it means this path and no other. */
  public static String read(Path path) {
    return SPECIAL.matcher(of(path)).replaceAll("\\\\$0");
  }
}
