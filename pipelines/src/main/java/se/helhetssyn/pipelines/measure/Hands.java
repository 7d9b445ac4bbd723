package se.helhetssyn.pipelines.measure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Several pieces of work at a time. */
final class Hands {
  private Hands() {}

  /** Does all of the work, or throws what the first piece threw that failed. */
  static void work(int atATime, List<Callable<@Nullable Void>> work) {
    try (ExecutorService hands = Executors.newFixedThreadPool(atATime)) {
      for (Future<@Nullable Void> piece : hands.invokeAll(work)) {
        piece.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the work was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own
          ? own
          : new IllegalStateException("a piece of work failed", e);
    }
  }
}
