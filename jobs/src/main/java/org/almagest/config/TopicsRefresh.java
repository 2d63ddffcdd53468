package org.almagest.config;

/** What a run does with the topics of the snapshot before: values of the setting. */
public enum TopicsRefresh {
  /** Trains a model of its own; topics that are the same keep their ids. */
  RETRAIN("retrain"),
  /** Trains on from the last model. */
  TRAIN_ON("train-on"),
  /** Weighs the papers with the last model, which stays as it is. */
  FOLD_IN("fold-in");

  private final String label;

  TopicsRefresh(String label) {
    this.label = label;
  }

  /** The value in the settings. */
  public String label() {
    return label;
  }
}
