package org.almagest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.almagest.corpus.CorpusFormat;
import org.junit.jupiter.api.Test;

/** Topics, people and dates: what all corpora with as many topics have in common. */
class UniverseTest {
  @Test
  void namesNoTwoAuthorsAlikeEvenWithoutAccentsAndCase() {
    AuthorNames names = new AuthorNames();
    Set<String> seen = new HashSet<>();
    for (long author = 0; author < 60_000; author++) {
      // Some with one initial, and some from where one is no longer enough.
      assertThat(seen.add(folded(names.of(author).full()))).isTrue();
      assertThat(seen.add(folded(names.of(author + 500_000).full()))).isTrue();
    }
  }

  @Test
  void spellsVariantsThatFoldToTheSameName() {
    PersonName name = new PersonName("José M.", "García-Ñúñez");
    for (PersonName.Spelling spelling : PersonName.Spelling.values()) {
      PersonName variant = name.spelled(spelling);
      assertThat(variant.full()).isNotEqualTo(name.full());
      assertThat(folded(variant.full())).isEqualTo(folded(name.full()));
    }
  }

  @Test
  void givesEachPaperItsOwnArxivIdAndTitle() {
    PublicationCalendar calendar = new PublicationCalendar(3);
    Set<String> seen = new HashSet<>();
    for (long paper = 0; paper < 100_000; paper++) {
      String id = calendar.arxivId(paper);
      assertThat(id).matches(id.compareTo("1501") < 0 ? "1\\d{3}\\.\\d{4}" : "[12]\\d{3}\\.\\d{5}");
      assertThat(seen.add(id)).isTrue();
      assertThat(seen.add(Syllables.word(paper))).isTrue();
      assertThat(seen.add(Syllables.word(paper + 950_000))).isTrue();
    }
  }

  @Test
  void coversAllYearsEvenlyWithMorePapersLater() {
    PublicationCalendar calendar = new PublicationCalendar(4);
    int[] papers = new int[PublicationCalendar.YEARS];
    for (long paper = 0; paper < PublicationCalendar.CYCLE; paper++) {
      papers[calendar.year(paper) - PublicationCalendar.FIRST_YEAR]++;
    }
    assertThat(papers)
        .containsExactly(12, 12, 12, 12, 12, 24, 24, 24, 24, 36, 36, 36, 36, 48, 48, 48);
  }

  @Property(tries = 50)
  void sharesOfTopicsSumToOneAndFollowTheirTrends(@ForAll @IntRange(min = 2, max = 60) int count) {
    PlantedTopics topics = new PlantedTopics(count);
    double first = 0;
    for (PlantedTopic topic : topics.all()) {
      double atStart = topics.share(topic.id(), PublicationCalendar.FIRST_YEAR);
      double atEnd = topics.share(topic.id(), PublicationCalendar.LAST_YEAR);
      first += atStart;
      if (topic.trend() == Trend.RISING) {
        assertThat(atEnd).isGreaterThan(atStart);
      } else if (topic.trend() == Trend.FALLING) {
        assertThat(atEnd).isLessThan(atStart);
      }
      assertThat(topic.terms()).doesNotHaveDuplicates().hasSize(PlantedTopics.TERMS);
    }
    assertThat(first).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 300)
  void makesEachPaperFromSeedAndNumberAlone(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 400_000) long number) {
    PaperFactory factory = factory(seed, number + 1);
    SyntheticPaper paper = factory.paper(number);
    SyntheticPaper unrelated = factory.paper(number / 2);
    assertThat(factory(seed, 500_000).paper(number)).isEqualTo(paper);
    assertThat(unrelated.number()).isEqualTo(number / 2);

    assertThat(paper.topics().stream().mapToDouble(SyntheticPaper.TopicWeight::weight).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(paper.topics().get(0).weight()).isGreaterThanOrEqualTo(0.6);
    assertThat(paper.abstractText().split(" ", -1).length).isBetween(60, 150);
    assertThat(paper.title()).matches("[A-Za-z: ]+").contains(paper.coinedName());
    List<Long> authors = paper.authors().stream().map(SyntheticPaper.Author::number).toList();
    assertThat(authors).isNotEmpty().doesNotHaveDuplicates();
    assertThat(paper.references()).doesNotHaveDuplicates();
  }

  @Property(tries = 100)
  void citesEarlierPapersMostlyOfTheSameTopic(@ForAll long seed) {
    PaperFactory factory = factory(seed, 5_000);
    int cited = 0;
    int sameTopic = 0;
    for (long number = 4_000; number < 4_040; number++) {
      SyntheticPaper paper = factory.paper(number);
      for (SyntheticPaper.Reference reference : paper.references()) {
        if (reference.inCorpus()) {
          SyntheticPaper other = factory.paper(reference.number());
          assertThat(other.number()).isLessThan(number);
          assertThat(other.date()).isBefore(paper.date());
          cited++;
          sameTopic += other.mainTopic() == paper.mainTopic() ? 1 : 0;
        }
      }
    }
    assertThat(sameTopic).isGreaterThan(cited * 7 / 10);
  }

  private static PaperFactory factory(long seed, long papers) {
    GeneratorConfig config =
        GeneratorConfig.of(papers, seed, CorpusFormat.OPENALEX, Path.of("unused"));
    return new PaperFactory(config, new PlantedTopics(config.topics()));
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll(" +", " ")
        .toLowerCase(Locale.ROOT);
  }
}
