package se.helhetssyn.analytics.mart;

import java.nio.file.Path;

/**
 * Where things lie in a store. The store is the only place where pipelines and dashboards meet.
 *
 * @param root the store's folder
 */
public record StoreLayout(Path root) {
  /** Format of the folder layout and the manifest; readers take the last two. */
  public static final int FORMAT_VERSION = 2;

  /** The pointer: a file that holds the id of the served generation. */
  public Path pointer() {
    return root.resolve("current");
  }

  public Path generations() {
    return root.resolve("generations");
  }

  public Path generation(String id) {
    return generations().resolve(id);
  }

  public Path manifest(String id) {
    return generation(id).resolve("manifest.json");
  }

  public Path mart(String id, Layer layer) {
    return generation(id).resolve(layer.fileName());
  }

  public Path trusted(String table) {
    return root.resolve("trusted").resolve(table);
  }

  public Path measures() {
    return root.resolve("measures");
  }

  public Path quarantine(String run) {
    return root.resolve("quarantine").resolve(run);
  }

  public Path events(String run) {
    return root.resolve("runs").resolve(run).resolve("events.jsonl");
  }

  public Path lock() {
    return root.resolve("lock");
  }
}
