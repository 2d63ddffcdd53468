package org.almagest.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.almagest.stage.StageContext;
import org.almagest.table.TopicWords;
import org.almagest.table.Vocabulary;
import org.almagest.text.Phrases;
import org.almagest.text.Phrases.Phrase;
import org.almagest.text.PluralFolder;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The vocabulary of the snapshot before, for papers of today: the same terms with the same numbers,
 * so that a paper that stays as it is keeps its bag of words, whoever is with it. A phrase that
 * stood in too many papers to be a term is not in it, and its words stand alone.
 */
final class KeptVocabulary {
  private static final StructType TERMS =
      new StructType()
          .add(VocabularyTransforms.TERM_KEY, DataTypes.StringType)
          .add(Vocabulary.TERM_ID.name(), DataTypes.IntegerType)
          .add(Vocabulary.TERM.name(), DataTypes.StringType);

  private final List<Row> terms = new ArrayList<>();
  private final Phrases phrases;

  /**
   * @param vocabulary number, form and NPMI of each term, by rising number
   */
  private KeptVocabulary(List<Row> vocabulary) {
    List<Phrase> found = new ArrayList<>();
    for (Row term : vocabulary) {
      List<String> keys = keysOfWords(term.getString(1));
      terms.add(RowFactory.create(Phrases.key(keys), term.getInt(0), term.getString(1)));
      if (keys.size() > 1) {
        found.add(new Phrase(keys, term.getDouble(2)));
      }
    }
    phrases = new Phrases(found);
  }

  /** The vocabulary to keep, if it is to be kept and there is one; warns where there is none. */
  static Optional<KeptVocabulary> in(StageContext context, TermsConfig.Refresh refresh) {
    if (refresh == TermsConfig.Refresh.RENEW
        || (refresh == TermsConfig.Refresh.AUTO
            && context.snapshot().readBase(TopicWords.TABLE).isEmpty())) {
      return Optional.empty();
    }
    Optional<KeptVocabulary> kept =
        context
            .snapshot()
            .readBase(Vocabulary.TABLE)
            .map(
                vocabulary ->
                    vocabulary
                        .orderBy(Vocabulary.TERM_ID.col())
                        .select(
                            Vocabulary.TERM_ID.col(), Vocabulary.TERM.col(), Vocabulary.NPMI.col())
                        .collectAsList())
            .filter(vocabulary -> !vocabulary.isEmpty())
            .map(KeptVocabulary::new);
    if (kept.isEmpty()) {
      context
          .steps()
          .warning(
              "terms.refresh is keep, but this warehouse has no vocabulary yet: one is found anew.");
    }
    return kept;
  }

  /** A word's key follows from any of its forms, and no word has a blank inside. */
  private static List<String> keysOfWords(String form) {
    return Arrays.stream(form.split(" ", -1)).map(PluralFolder::fold).toList();
  }

  /** Its phrases. */
  Phrases phrases() {
    return phrases;
  }

  /** As {@link VocabularyTransforms#recounted}. */
  Dataset<Row> recounted(
      Dataset<Row> papers, Broadcast<Phrases> sharedPhrases, TermsConfig config, long paperCount) {
    SparkSession spark = papers.sparkSession();
    return VocabularyTransforms.recounted(
        spark.createDataFrame(terms, TERMS), papers, sharedPhrases, config.stopWords(), paperCount);
  }
}
