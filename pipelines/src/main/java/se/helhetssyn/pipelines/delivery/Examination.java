package se.helhetssyn.pipelines.delivery;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;

/** Sends files through the door, as many at a time as there are processors. */
final class Examination {
  private Examination() {}

  static Map<ArrivedFile, List<String>> of(Map<Path, List<String>> files, Layout layout) {
    try (ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Map<Path, Future<ArrivedFile>> underWay = new LinkedHashMap<>();
      files.forEach((file, groups) ->
          underWay.put(
              file,
              hands.submit(() -> Door.examine(file, layout.expectation(groups.getFirst())))));
      Map<ArrivedFile, List<String>> examined = new LinkedHashMap<>();
      underWay.forEach((file, result) ->
          examined.put(joined(result), files.getOrDefault(file, List.of())));
      return examined;
    }
  }

  private static ArrivedFile joined(Future<ArrivedFile> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
