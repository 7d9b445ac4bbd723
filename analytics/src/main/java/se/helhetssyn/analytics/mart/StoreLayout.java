package se.helhetssyn.analytics.mart;

import java.nio.file.Path;

/**
 * Where things lie in a store. The store is the only place where pipelines and dashboards meet.
 *
 * @param root the store's folder
 */
public record StoreLayout(Path root) {
  /** Format of the folder layout and the manifest; readers take the last two. */
  public static final int FORMAT_VERSION = 3;

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

  /** Which versions of the tables a generation stands on; see {@link StoreState}. */
  public Path state(String id) {
    return generation(id).resolve("state.json");
  }

  /** Every file that a generation stands on; see {@link DeliveryLog}. */
  public Path deliveries(String id) {
    return generation(id).resolve("deliveries.json");
  }

  public Path mart(String id, Layer layer) {
    return generation(id).resolve(layer.fileName());
  }

  public Path trusted(String table) {
    return root.resolve("trusted").resolve(table);
  }

  /** Every version of a table's rows that may count, also those that do not count now. */
  public Path received(String table) {
    return root.resolve("received").resolve(table);
  }

  /** The rows that count, for work beside the figures: a folder for the served generation. */
  public Path measures() {
    return root.resolve("measures");
  }

  public Path measures(String id) {
    return measures().resolve(id);
  }

  public Path quarantine(String run) {
    return root.resolve("quarantine").resolve(run);
  }

  public Path events(String run) {
    return root.resolve("runs").resolve(run).resolve("events.jsonl");
  }

  /** What the dashboards hand to the next run. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Digests of keys that are not taken in again, and the salt they are made with. */
  public Path blocked() {
    return root.resolve("blocked");
  }

  /** What was erased or has reached its age: one JSON object per line, no person among it. */
  public Path removals() {
    return root.resolve("removals.jsonl");
  }

  public Path lock() {
    return root.resolve("lock");
  }
}
