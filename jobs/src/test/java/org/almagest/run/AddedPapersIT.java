package org.almagest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.almagest.FileTrees;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Refreshes of a warehouse of sixty papers on three subjects, with more papers. A subject has ten
 * words and a phrase.
 */
class AddedPapersIT {
  private static final int OLD = 60;
  private static final int NEW = 20;

  /** Of these the two sets of new papers have the same. */
  private static final int SHARED = 5;

  private static final String[][] SUBJECTS = {
    {
      "quark", "lepton", "meson", "hadron", "gluon", "boson", "photon", "neutrino", "muon", "parton"
    },
    {
      "maize", "wheat", "barley", "harvest", "millet", "sorghum", "tillage", "manure", "silo", "oat"
    },
    {
      "braid",
      "knot",
      "genus",
      "homology",
      "cobordism",
      "handle",
      "surgery",
      "torus",
      "link",
      "ring"
    },
    {"opera", "sonata", "violin", "fugue", "cello", "choir", "tempo", "ballad", "oboe", "motet"}
  };
  private static final String[] PHRASES = {
    "dark matter", "crop rotation", "jones polynomial", "string quartet"
  };

  private static final Settings SETTINGS =
      Settings.defaults()
          .with(Setting.RUN_STAGES, "ingest,terms,topics", "test")
          .with(Setting.TERMS_PHRASES, "pairs", "test")
          .with(Setting.TERMS_PHRASE_MIN_NPMI, "0.6", "test")
          .with(Setting.TOPICS_COUNT, "3", "test")
          .with(Setting.TOPICS_ITERATIONS, "60", "test")
          .with(Setting.RUN_SEED, "7", "test");

  private static final String OLD_PAPERS = "CAST(split_part(paper_id, '.', 2) AS INT) <= " + OLD;
  private static final String SHARED_PAPERS =
      "CAST(split_part(paper_id, '.', 2) AS INT) BETWEEN " + (OLD + 1) + " AND " + (OLD + SHARED);

  @TempDir static Path shared;
  private static Path oldPapers;
  private static RunSummary first;

  @TempDir Path directory;
  private final RecordingListener listener = new RecordingListener();
  private PublishedTables before;

  @BeforeAll
  static void runOnce() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= OLD; number++) {
      lines.add(paper(number, number % 3));
    }
    oldPapers = Files.write(shared.resolve("old.json"), lines);
    first =
        Pipeline.run(
            new RunRequest(
                List.of(oldPapers.toString()),
                shared.resolve("warehouse").toString(),
                Optional.of("first"),
                SETTINGS),
            new RecordingListener());
  }

  @BeforeEach
  void readWhatThereIs() {
    before = new PublishedTables(first.snapshot());
  }

  /** A paper whose words follow from its number and subject. */
  private static String paper(int number, int subject) {
    Random random = new Random(number);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      words.add(SUBJECTS[subject][random.nextInt(SUBJECTS[subject].length)]);
    }
    Collections.addAll(words, PHRASES[subject], PHRASES[subject]);
    Collections.shuffle(words, random);
    return TestCorpus.arxivJsonOfText(
        number, "About " + words.get(0), String.join(" ", words), "Author" + number);
  }

  /** Twenty papers on the first subject, which makes its words too frequent for terms. */
  private Path onTheFirstSubject() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = OLD + 1; number <= OLD + NEW; number++) {
      lines.add(paper(number, 0));
    }
    return Files.write(directory.resolve("new.json"), lines);
  }

  /** The first five of these, and fifteen on other subjects, one of them new. */
  private Path onOtherSubjects() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number = OLD + 1; number <= OLD + NEW; number++) {
      lines.add(paper(number, number <= OLD + SHARED ? 0 : number % 2 == 0 ? 1 : 3));
    }
    return Files.write(directory.resolve("other.json"), lines);
  }

  private RunSummary refresh(Settings settings, String runId, Path more) throws IOException {
    Path warehouse = directory.resolve("of-" + more.getFileName());
    if (!Files.exists(warehouse)) {
      FileTrees.copy(Path.of(first.snapshot().warehouse()), warehouse);
    }
    return Pipeline.run(
        new RunRequest(
            List.of(oldPapers.toString(), more.toString()),
            warehouse.toString(),
            Optional.of(runId),
            settings),
        listener);
  }

  private static Settings with(String topics, String terms) {
    return SETTINGS
        .with(Setting.TOPICS_REFRESH, topics, "test")
        .with(Setting.TERMS_REFRESH, terms, "test");
  }

  private static List<String> weights(PublishedTables tables, String papers) {
    return tables.query(
        "SELECT paper_id, topic_id, weight FROM paper_topics WHERE " + papers + " ORDER BY ALL");
  }

  private void assertSame(PublishedTables after, String sql) {
    assertThat(after.query(sql)).isNotEmpty().isEqualTo(before.query(sql));
  }

  @Test
  void foldedInPapersChangeNothingAndDoNotDependOnEachOther() throws IOException {
    Path papers = onTheFirstSubject();
    PublishedTables after =
        new PublishedTables(refresh(with("fold-in", "auto"), "second", papers).snapshot());

    assertThat(before.query("SELECT count(*) FROM vocabulary WHERE words = 2"))
        .containsExactly("3");
    assertSame(after, "SELECT term_id, term, words, npmi FROM vocabulary ORDER BY ALL");
    assertSame(after, "SELECT topic_id, term, probability, tokens FROM topic_words ORDER BY ALL");
    assertSame(after, "SELECT topic_id, rank, term, probability FROM topic_terms ORDER BY ALL");
    assertSame(after, "SELECT topic_id, prior FROM topics ORDER BY ALL");
    assertSame(
        after,
        "SELECT paper_id, term_ids, term_counts FROM paper_vectors WHERE "
            + OLD_PAPERS
            + " ORDER BY ALL");
    assertThat(weights(after, OLD_PAPERS)).isNotEmpty().isEqualTo(weights(before, OLD_PAPERS));
    assertThat(
            after.query(
                "SELECT count(DISTINCT paper_id) FROM paper_topics WHERE NOT " + OLD_PAPERS))
        .containsExactly(String.valueOf(NEW));
    assertThat(
            after.query(
                "SELECT kind, previous_topic_id = topic_id, round(similarity, 9) FROM topic_lineage"))
        .containsOnly("same|true|1.0")
        .hasSize(3);
    assertThat(listener.warnings()).noneMatch(warning -> warning.contains("vocabulary"));

    // The frequencies are those of all papers.
    assertThat(before.query("SELECT max(document_frequency) FROM vocabulary"))
        .containsExactly("20");
    assertThat(after.query("SELECT max(document_frequency) FROM vocabulary")).containsExactly("40");
    assertThat(
            after.query(
                """
                SELECT v.document_frequency = count(*),
                  v.collection_frequency = sum(p.term_counts[list_position(p.term_ids, v.term_id)]),
                  abs(v.idf - ln(81 / (v.document_frequency + 1))) < 1e-12
                FROM vocabulary v JOIN paper_vectors p ON list_contains(p.term_ids, v.term_id)
                GROUP BY v.term_id, v.document_frequency, v.collection_frequency, v.idf"""))
        .containsOnly("true|true|true")
        .hasSize(33);

    PublishedTables other =
        new PublishedTables(
            refresh(with("fold-in", "keep"), "second", onOtherSubjects()).snapshot());
    assertThat(weights(other, OLD_PAPERS)).isEqualTo(weights(before, OLD_PAPERS));
    assertThat(weights(other, SHARED_PAPERS)).isEqualTo(weights(after, SHARED_PAPERS));
    assertThat(
            other.query("SELECT count(DISTINCT paper_id) FROM paper_topics WHERE " + SHARED_PAPERS))
        .containsExactly(String.valueOf(SHARED));
    assertThat(other.query("SELECT count(*) FROM vocabulary WHERE term = 'sonata'"))
        .containsExactly("0");

    assertThat(refresh(with("fold-in", "auto"), "third", papers).reused())
        .containsExactlyInAnyOrder("ingest", "terms", "topics");
  }

  @Test
  void aModelThatLosesTermsToARenewedVocabularyIsWarnedOf() throws IOException {
    PublishedTables after =
        new PublishedTables(
            refresh(with("fold-in", "renew"), "second", onTheFirstSubject()).snapshot());

    List<String> lost =
        before.query("SELECT term FROM vocabulary ORDER BY term").stream()
            .filter(term -> !after.query("SELECT term FROM vocabulary").contains(term))
            .toList();
    assertThat(lost).isNotEmpty();
    assertThat(listener.warnings())
        .contains(
            ("The last model is not quite as it was: of the 33 terms of its vocabulary %d are not in"
                    + " that of today, and it is without them; 0 terms of today are new to it. Set"
                    + " terms.refresh to auto to keep its vocabulary.")
                .formatted(lost.size()));
    assertThat(after.query("SELECT count(*) FROM topic_words WHERE term = '" + lost.get(0) + "'"))
        .containsExactly("0");
  }

  @Test
  void trainingOnKeepsTopicsAndTakesInNewWords() throws IOException {
    PublishedTables after =
        new PublishedTables(
            refresh(with("train-on", "auto"), "second", onOtherSubjects()).snapshot());

    assertThat(after.query("SELECT kind, previous_topic_id = topic_id FROM topic_lineage"))
        .containsOnly("same|true")
        .hasSize(3);
    assertThat(after.query("SELECT reason FROM topic_models"))
        .containsExactly("trained on from the last model, as topics.refresh says");
    assertThat(after.query("SELECT count(DISTINCT paper_id) FROM paper_topics"))
        .containsExactly(String.valueOf(OLD + NEW));
    assertThat(
            after.query("SELECT max(probability) > 0.001 FROM topic_words WHERE term = 'sonata'"))
        .containsExactly("true");
    assertThat(before.query("SELECT count(*) FROM topic_words WHERE term = 'sonata'"))
        .containsExactly("0");
  }
}
