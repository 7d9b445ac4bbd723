package se.helhetssyn.pipelines.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.helhetssyn.pipelines.door.ArrivedFile;
import se.helhetssyn.pipelines.door.Door;
import se.helhetssyn.pipelines.door.Expectation;

/** Sends files through the door, as many at a time as there are processors. */
final class Examination {
  private record Visit(Path file, Expectation expected) {}

  private final Map<Visit, Future<ArrivedFile>> visits = new LinkedHashMap<>();
  private final Map<String, List<Visit>> groups = new TreeMap<>();

  private Examination() {}

  /**
   * Examines files once for each way in which they are to be read.
   *
   * @param files file → groups it belongs to
   * @return group → its files, in order
   */
  static Map<String, List<ArrivedFile>> of(Map<Path, List<String>> files, Layout layout) {
    Examination examination = new Examination();
    try (ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      files.forEach((file, names) ->
          names.forEach(
              name -> examination.start(new Visit(file, layout.expectation(name)), name, hands)));
      Map<String, List<ArrivedFile>> examined = new TreeMap<>();
      examination.groups.forEach(
          (name, visits) -> examined.put(name, visits.stream().map(examination::result).toList()));
      return examined;
    }
  }

  private void start(Visit visit, String group, ExecutorService hands) {
    visits.computeIfAbsent(visit, v -> hands.submit(() -> examine(v)));
    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(visit);
  }

  /**
   * A file of whose columns only some have names that are known is not turned away for it: the one
   * who reads the header can say which. Where none has, its first row may be no header but data.
   */
  private static ArrivedFile examine(Visit visit) {
    ArrivedFile examined = Door.examine(visit.file(), visit.expected());
    if (examined.turnedAway().filter(why -> why.rule().equals("CT09")).isEmpty()) {
      return examined;
    }
    ArrivedFile whatever = Door.examine(visit.file(), visit.expected().unnamed());
    boolean isHeader =
        whatever
            .form()
            .filter(form -> form.header().stream().anyMatch(visit.expected().columns()::contains))
            .isPresent();
    return isHeader ? whatever : examined;
  }

  private ArrivedFile result(Visit visit) {
    Future<ArrivedFile> result = visits.get(visit);
    if (result == null) {
      throw new IllegalStateException("not examined");
    }
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
