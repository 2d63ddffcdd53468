package org.almagest.topics;

/** Finds topics in papers. */
interface TopicTrainer {
  /** Trains a model. The same papers, settings and seed give the same model. */
  TrainedTopics train(TrainingTask task);
}
