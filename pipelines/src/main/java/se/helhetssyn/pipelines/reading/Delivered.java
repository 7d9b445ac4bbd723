package se.helhetssyn.pipelines.reading;

import java.nio.file.Path;
import se.helhetssyn.pipelines.file.FileForm;

/**
 * A delivered file to be read.
 *
 * @param path where it lies; on a cluster every executor must find it under the same path
 * @param name what its rows call it
 * @param form how it is read
 */
public record Delivered(Path path, String name, FileForm form) {}
