package se.helhetssyn.pipelines.file;

/**
 * How much a workbook may unfold to; what goes beyond is refused before any of it is read.
 *
 * @param entries parts in the packed file
 * @param bytes all parts unpacked
 * @param ratio times that a part larger than {@link #SMALL} may grow when it is unpacked
 * @param sharedText bytes of the table of texts, which is held in memory
 * @param matrices matrix formulas of all sheets; the time to read grows with their number
 */
public record WorkbookLimits(int entries, long bytes, int ratio, long sharedText, int matrices) {
  /** What a full sheet with some twenty columns needs, and a little more. */
  public static final WorkbookLimits USUAL =
      new WorkbookLimits(1_000, 2L << 30, 200, 128L << 20, 1_000);

  /** Parts up to so many bytes may have any ratio. */
  static final long SMALL = 1L << 20;
}
