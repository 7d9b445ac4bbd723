package se.helhetssyn.pipelines.spark;

import java.nio.file.Path;

/** Where a folder or file lies, as Spark and Delta write it. */
public final class Location {
  private Location() {}

  /** The address of a path; blanks and letters beyond ASCII stand as they are. */
  public static String of(Path path) {
    return new org.apache.hadoop.fs.Path(path.toAbsolutePath().toUri()).toString();
  }
}
