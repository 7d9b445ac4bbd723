package se.helhetssyn.pipelines.door;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.helhetssyn.analytics.mart.Manifest;
import se.helhetssyn.datasets.quality.Treatment;
import se.helhetssyn.pipelines.file.FileForm;

/**
 * A delivered file as it was found at the door.
 *
 * @param path where it lies; its name may hold what must not be shown, that of the input does not
 * @param input its name as it may be shown, size and digest
 * @param form how it is read; empty for a file that was turned away
 * @param rows data rows counted on the way through; 0 where they could not be counted
 * @param findings what was found in the file as a whole; of a file that was turned away, why
 * @param turnedAway why none of it is read; empty for a file that is taken in
 */
public record ArrivedFile(
    Path path,
    Manifest.Input input,
    Optional<FileForm> form,
    long rows,
    List<FileFinding> findings,
    Optional<TurnedAway> turnedAway) {
  public ArrivedFile {
    findings = List.copyOf(findings);
  }

  /** The same file, turned away for a reason that its bytes do not tell. */
  public ArrivedFile turnedAwayAs(TurnedAway why) {
    return new ArrivedFile(
        path,
        input,
        Optional.empty(),
        rows,
        List.of(new FileFinding(why.rule(), Treatment.REJECTED, rows)),
        Optional.of(why));
  }

  /**
   * Why a file is not taken in.
   *
   * @param rule id of the rule
   * @param reason one Swedish sentence with what to do next; never a value of the file
   * @param hits where identity numbers were; empty for every other rule
   */
  public record TurnedAway(String rule, String reason, List<IdentityHits> hits) {
    public TurnedAway {
      hits = List.copyOf(hits);
    }

    /** Turned away for anything but identity numbers. */
    public TurnedAway(String rule, String reason) {
      this(rule, reason, List.of());
    }
  }
}
