package se.helhetssyn.pipelines.delivery;

import java.util.List;
import java.util.Optional;
import se.helhetssyn.pipelines.door.Expectation;

/** How the files of a delivery are named and formed. */
public interface Layout {
  /**
   * Where a file belongs.
   *
   * @param fileName its name
   * @return canonical tables, or the names that a mapping gives the file; empty if nothing answers
   *     to it
   */
  List<String> groups(String fileName);

  /** What is known beforehand of the files of a group. */
  Expectation expectation(String group);

  /** The canonical tables that get rows from a group of files. */
  List<String> tables(String group);

  /** Short name of the system that the files of a group come from; empty if nobody says. */
  Optional<String> sourceSystem(String group);
}
