package org.almagest.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.almagest.stage.StageContext;
import org.almagest.terms.PhrasesConfig.Longest;
import org.almagest.text.PhraseMatcher;
import org.almagest.text.PhrasePairs;
import org.almagest.text.PhraseScore;
import org.almagest.text.PhraseTriples;
import org.almagest.text.Phrases;
import org.almagest.text.Phrases.Phrase;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds the phrases of a corpus: counts words, then pairs of them, then triples around the pairs
 * that are phrases, and at last the papers in which each phrase is left where it and others take
 * the place of their words. What is held in memory at once is at most a vocabulary of each.
 */
final class PhraseFinder {
  private final StageContext context;
  private final TermsConfig config;
  private final long minPapers;
  private final JavaSparkContext spark;

  // Words that may be in a phrase, from the most frequent one.
  private String[] words = {};
  private long[] wordPapers = {};
  private long[] wordOccurrences = {};

  /** Two or three words by number, and their score. */
  private record Candidate(List<Integer> words, double npmi) {
    static Candidate of(int[] words, double npmi) {
      return new Candidate(Arrays.stream(words).boxed().toList(), npmi);
    }

    int[] numbers() {
      return words.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  PhraseFinder(StageContext context, TermsConfig config, long paperCount) {
    this.context = context;
    this.config = config;
    this.minPapers = config.phrases().minPapers(paperCount, config.minDocumentFrequency());
    this.spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
  }

  /** The phrases of those papers. */
  Phrases find(Dataset<Row> papers) {
    if (config.phrases().longest() == Longest.NONE) {
      return Phrases.none();
    }
    context.step("counting words");
    countWords(papers);
    context.step("finding phrases");
    Dataset<Row> sequences = sequences(papers);
    long tokens =
        sequences
            .agg(functions.coalesce(functions.sum(PhraseTransforms.TOKENS), functions.lit(0L)))
            .head()
            .getLong(0);
    PhrasePairs pairs = pairs(sequences, tokens);
    List<Candidate> candidates = new ArrayList<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      candidates.add(Candidate.of(pairs.words(pair), pairs.npmi(pair)));
    }
    if (config.phrases().longest() == Longest.TRIPLES) {
      candidates.addAll(triples(sequences, tokens, pairs));
    }
    return inPlace(sequences, candidates);
  }

  private void countWords(Dataset<Row> papers) {
    List<Row> rows =
        PhraseTransforms.mostFrequent(
            PhraseTransforms.words(papers, config.stopWords()), minPapers, config.vocabularySize());
    words = rows.stream().map(row -> row.getString(0)).toArray(String[]::new);
    wordPapers = rows.stream().mapToLong(row -> row.getLong(1)).toArray();
    wordOccurrences = rows.stream().mapToLong(row -> row.getLong(2)).toArray();
  }

  private Dataset<Row> sequences(Dataset<Row> papers) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : words) {
      numbers.put(word, numbers.size());
    }
    return context
        .snapshot()
        .writeScratch(
            "word_sequences",
            PhraseTransforms.sequences(papers, config.stopWords(), spark.broadcast(numbers)));
  }

  private PhrasePairs pairs(Dataset<Row> sequences, long tokens) {
    PhraseScore score = new PhraseScore(tokens);
    double minNpmi = config.phrases().minNpmi();
    Broadcast<long[]> occurrences = spark.broadcast(wordOccurrences);
    List<Row> rows =
        mostFrequent(
            sequences,
            PhrasePairs::countNeighbours,
            (key, together) ->
                atLeast(
                    minNpmi,
                    score.ofPair(
                        together,
                        occurrences.value()[PhrasePairs.first(key)],
                        occurrences.value()[PhrasePairs.second(key)])));
    return new PhrasePairs(
        rows.stream().mapToLong(row -> row.getLong(0)).toArray(),
        rows.stream().mapToLong(row -> row.getLong(2)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(3)).toArray());
  }

  private List<Candidate> triples(Dataset<Row> sequences, long tokens, PhrasePairs pairs) {
    PhraseTriples triples = new PhraseTriples(tokens, wordOccurrences, pairs);
    double minNpmi = config.phrases().minNpmi();
    Broadcast<PhraseTriples> shared = spark.broadcast(triples);
    return mostFrequent(
            sequences,
            (sequence, counts) -> shared.value().count(sequence, counts),
            (key, together) ->
                shared.value().isPhrase(key, together, minNpmi)
                    ? OptionalDouble.of(shared.value().npmi(key, together))
                    : OptionalDouble.empty())
        .stream()
        .map(row -> Candidate.of(triples.words(row.getLong(0)), row.getDouble(3)))
        .toList();
  }

  private List<Row> mostFrequent(
      Dataset<Row> sequences,
      PhraseTransforms.SequenceCounter counter,
      PhraseTransforms.Scorer scorer) {
    Dataset<Row> frequent =
        PhraseTransforms.numbers(sequences, counter)
            .where(functions.col(PhraseTransforms.PAPERS).geq(minPapers));
    return PhraseTransforms.mostFrequent(
        PhraseTransforms.scored(frequent, scorer), minPapers, config.vocabularySize());
  }

  private static OptionalDouble atLeast(double least, double npmi) {
    return npmi >= least ? OptionalDouble.of(npmi) : OptionalDouble.empty();
  }

  /**
   * Those phrases that stand in enough papers where the longest take the place of their words, and
   * in so many that the vocabulary has room for them: the words of a phrase that is no term would
   * be lost.
   */
  private Phrases inPlace(Dataset<Row> sequences, List<Candidate> candidates) {
    Broadcast<PhraseMatcher> matcher =
        spark.broadcast(
            new PhraseMatcher(candidates.stream().map(Candidate::numbers).toArray(int[][]::new)));
    List<Row> rows =
        PhraseTransforms.mostFrequent(
            PhraseTransforms.numbers(
                sequences,
                (sequence, counts) ->
                    matcher
                        .value()
                        .match(
                            sequence,
                            (start, length, phrase) -> {
                              if (phrase >= 0) {
                                counts.add(phrase);
                              }
                            })),
            minPapers,
            config.vocabularySize());
    long tooFew = papersBeyondTheVocabulary(rows);
    return new Phrases(
        rows.stream()
            .filter(row -> row.getLong(1) > tooFew)
            .map(row -> candidates.get((int) row.getLong(0)))
            .map(
                candidate ->
                    new Phrase(
                        candidate.words().stream().map(word -> words[word]).toList(),
                        candidate.npmi()))
            .toList());
  }

  /** Papers of the first word or phrase for which the vocabulary has no room; 0 if it has. */
  private long papersBeyondTheVocabulary(List<Row> phrases) {
    long[] papers =
        LongStream.concat(
                Arrays.stream(wordPapers), phrases.stream().mapToLong(row -> row.getLong(1)))
            .sorted()
            .toArray();
    int beyond = papers.length - 1 - config.vocabularySize();
    return beyond < 0 ? 0 : papers[beyond];
  }
}
