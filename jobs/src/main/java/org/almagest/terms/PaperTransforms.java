package org.almagest.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.almagest.table.PaperTerms;
import org.almagest.table.PaperVectors;
import org.almagest.table.Papers;
import org.almagest.text.Phrases;
import org.almagest.text.StopWords;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** From papers and the vocabulary to vectors and top terms. */
final class PaperTransforms {
  private PaperTransforms() {}

  /** The bag of words of each paper. */
  static Dataset<Row> vectors(
      Dataset<Row> papers,
      Broadcast<Map<String, Integer>> termIds,
      Broadcast<Phrases> phrases,
      StopWords stopWords) {
    return papers
        .select(Papers.TITLE.col(), Papers.ABSTRACT.col(), Papers.PAPER_ID.col())
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> {
                  TermCounter counter = new TermCounter(stopWords, phrases.value());
                  return map(rows, row -> vector(row, counter, termIds.value()));
                },
            Encoders.row(PaperVectors.TABLE.schema()));
  }

  private static Row vector(Row paper, TermCounter counter, Map<String, Integer> termIds) {
    Map<String, int[]> counts = counter.count(paper);
    // Each entry is (term id, count) in one number, so that sorting orders by term id.
    long[] entries = new long[counts.size()];
    int size = 0;
    long tokens = 0;
    for (Map.Entry<String, int[]> entry : counts.entrySet()) {
      Integer id = termIds.get(entry.getKey());
      if (id != null) {
        int count = entry.getValue()[0];
        entries[size++] = ((long) id << 32) | count;
        tokens += count;
      }
    }
    Arrays.sort(entries, 0, size);
    Integer[] ids = new Integer[size];
    Integer[] frequencies = new Integer[size];
    for (int i = 0; i < size; i++) {
      ids[i] = (int) (entries[i] >>> 32);
      frequencies[i] = (int) entries[i];
    }
    return RowFactory.create(paper.getString(2), ids, frequencies, tokens);
  }

  /**
   * The terms of each paper with the greatest tf · idf; ties go to the smaller term id.
   *
   * @param terms written form of each term
   * @param idf of each term
   */
  static Dataset<Row> topTerms(
      Dataset<Row> vectors, Broadcast<String[]> terms, Broadcast<double[]> idf, int termsPerPaper) {
    return vectors
        .select(
            PaperVectors.PAPER_ID.col(),
            PaperVectors.TERM_IDS.col(),
            PaperVectors.TERM_COUNTS.col())
        .flatMap(
            (FlatMapFunction<Row, Row>)
                row -> topTerms(row, terms.value(), idf.value(), termsPerPaper).iterator(),
            Encoders.row(PaperTerms.TABLE.schema()));
  }

  private static List<Row> topTerms(Row vector, String[] terms, double[] idf, int termsPerPaper) {
    List<Integer> ids = vector.getList(1);
    List<Integer> counts = vector.getList(2);
    double[] score = new double[ids.size()];
    Integer[] order = new Integer[ids.size()];
    for (int i = 0; i < order.length; i++) {
      score[i] = counts.get(i) * idf[ids.get(i)];
      order[i] = i;
    }
    // Positions rise with term ids, and the sort is stable.
    Arrays.sort(order, (a, b) -> Double.compare(score[b], score[a]));
    List<Row> rows = new ArrayList<>();
    for (int rank = 1; rank <= Math.min(termsPerPaper, order.length); rank++) {
      int at = order[rank - 1];
      int id = ids.get(at);
      rows.add(
          RowFactory.create(vector.getString(0), rank, id, terms[id], counts.get(at), score[at]));
    }
    return rows;
  }

  private static <A, B> Iterator<B> map(Iterator<A> source, Function<A, B> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public B next() {
        return function.apply(source.next());
      }
    };
  }
}
