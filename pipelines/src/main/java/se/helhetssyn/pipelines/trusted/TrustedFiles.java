package se.helhetssyn.pipelines.trusted;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import se.helhetssyn.analytics.mart.StoreLayout;

/**
 * Finds the Parquet files that hold a trusted table's rows, for an engine other than Spark. Columns
 * stand in them under their own names; a timestamp is a moment in UTC.
 */
public final class TrustedFiles {
  private final Function<String, Path> place;

  public TrustedFiles(StoreLayout store) {
    this(store::trusted);
  }

  private TrustedFiles(Function<String, Path> place) {
    this.place = place;
  }

  /** Of the received tables instead. */
  public static TrustedFiles ofReceived(StoreLayout store) {
    return new TrustedFiles(store::received);
  }

  /** The files of a table at a version; none if it has no rows. */
  public List<Path> of(String table, long version) {
    return in(place.apply(table), version);
  }

  /** The files of the table in a folder at a version; none if it has no rows. */
  public List<Path> in(Path folder, long version) {
    return TableVersion.of(folder, version).files();
  }
}
