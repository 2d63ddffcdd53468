package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;
import org.almagest.corpus.CorpusFormat;
import org.almagest.sample.SyntheticPaper.Author;
import org.almagest.sample.SyntheticPaper.Reference;
import org.almagest.sample.SyntheticPaper.TopicWeight;

/**
 * Makes any paper from its number. A paper depends on the seed, the number of topics and its own
 * number; which of its author names are spelled unusually depends on their share, and its
 * references depend on the number of the corpus's first paper. It does not depend on how many
 * papers follow.
 */
final class PaperFactory {
  private static final double LEAST_MAIN_WEIGHT = 0.6;
  private static final double MAIN_WEIGHT_RANGE = 0.35;
  private static final double SECOND_TOPIC = 0.6;
  private static final double THIRD_TOPIC = 0.3;

  private final long seed;
  private final double nameVariantShare;
  private final PlantedTopics topics;
  private final PublicationCalendar calendar;
  private final ResearchGroups groups;
  private final AuthorNames names = new AuthorNames();
  private final Prose prose;
  private final ReferenceDraws references;
  private final boolean citing;

  PaperFactory(GeneratorConfig config, PlantedTopics topics) {
    this.seed = config.seed();
    this.nameVariantShare = config.nameVariantShare();
    this.topics = topics;
    this.calendar = new PublicationCalendar(seed);
    this.groups = new ResearchGroups(topics.count());
    this.prose = new Prose(topics);
    this.references = new ReferenceDraws(seed, config.firstPaper(), topics, calendar);
    this.citing =
        config.format() == CorpusFormat.OPENALEX || config.format() == CorpusFormat.CITATION_EDGES;
  }

  /** The paper of that number. */
  SyntheticPaper paper(long number) {
    int mainTopic = references.mainTopic(number);
    Draws people = new Draws(seed, number, Draws.Purpose.AUTHORS);
    long group = groups.groupOf(number, mainTopic, people);
    List<Author> authors = authors(groups.authors(number, group, people), people);
    Draws text = new Draws(seed, number, Draws.Purpose.TEXT);
    List<TopicWeight> mix = mix(mainTopic, text);
    String coined = Syllables.word(number);
    coined = Character.toUpperCase(coined.charAt(0)) + coined.substring(1);
    String title = prose.title(mix, coined, text);
    String abstractText = prose.abstractText(mix, coined, text);
    List<Reference> cited = citing ? references.of(number, mainTopic) : List.of();
    return new SyntheticPaper(
        number,
        calendar.arxivId(number),
        coined,
        title,
        abstractText,
        calendar.date(number),
        mix,
        group,
        authors,
        cited);
  }

  private List<Author> authors(List<Long> numbers, Draws draws) {
    List<Author> authors = new ArrayList<>(numbers.size());
    PersonName.Spelling[] spellings = PersonName.Spelling.values();
    for (long number : numbers) {
      PersonName name = names.of(number);
      PersonName written =
          draws.happens(nameVariantShare)
              ? name.spelled(spellings[draws.below(spellings.length)])
              : name;
      authors.add(new Author(number, name, written));
    }
    return authors;
  }

  /** One to three topics; the main one has most of the weight. */
  private List<TopicWeight> mix(int mainTopic, Draws draws) {
    List<TopicWeight> mix = new ArrayList<>(3);
    int second = draws.below(topics.count());
    int third = draws.below(topics.count());
    if (draws.happens(SECOND_TOPIC) && second != mainTopic) {
      double main = LEAST_MAIN_WEIGHT + MAIN_WEIGHT_RANGE * draws.nextFraction();
      double rest = 1 - main;
      mix.add(new TopicWeight(mainTopic, main));
      boolean three = draws.happens(THIRD_TOPIC) && third != mainTopic && third != second;
      double split = three ? rest * (0.5 + 0.5 * draws.nextFraction()) : rest;
      mix.add(new TopicWeight(second, split));
      if (three) {
        mix.add(new TopicWeight(third, rest - split));
      }
    } else {
      mix.add(new TopicWeight(mainTopic, 1));
    }
    return mix;
  }
}
