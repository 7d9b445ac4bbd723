package se.helhetssyn.pipelines.inbox;

import java.nio.file.Path;

/**
 * One file of the inbox.
 *
 * @param kind what it holds: {@code settings}, {@code organisation}, or a canonical table
 * @param number its running number: of two files of a kind the higher one is the later
 * @param path where it lies
 */
public record InboxFile(String kind, int number, Path path) {
  String name() {
    return String.valueOf(path.getFileName());
  }
}
