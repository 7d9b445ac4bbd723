package se.helhetssyn.datasets.fault;

import java.nio.charset.Charset;
import se.helhetssyn.datasets.quality.Treatment;

/**
 * A fault of a whole file, which is a further file of its table beside the sound one.
 *
 * @param name what stands between the table's name and {@code .csv}
 * @param charset what the file is written in, whatever the manifest says
 * @param plant writes the file
 */
record FileFault(
    String rule,
    String table,
    String name,
    Charset charset,
    boolean common,
    Treatment expected,
    String done,
    Plant plant)
    implements Fault {

  /** Writes the file and says what the manifest shall say. */
  @FunctionalInterface
  interface Plant {
    void write(ExtraFile file, Planting planting);
  }

  String file() {
    return table + "." + name + ".csv";
  }
}
