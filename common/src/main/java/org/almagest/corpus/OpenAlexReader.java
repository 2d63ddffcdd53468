package org.almagest.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads OpenAlex works of the schemas since 2022: one JSON object a line. */
final class OpenAlexReader implements CorpusReader {
  private static final String PREFIX = PaperSource.OPENALEX.prefix() + ":";
  private static final String ABSTRACT = "abstract_inverted_index";
  private static final int DEEPEST_CONCEPT_LEVEL = 1;
  private static final Set<String> WANTED =
      Set.of(
          "id",
          "title",
          "display_name",
          "authorships",
          "publication_date",
          "publication_year",
          "updated_date",
          "primary_location",
          "host_venue",
          "doi",
          "language",
          "primary_topic",
          "topics",
          "concepts",
          "referenced_works");

  private final JsonLines lines;

  OpenAlexReader(InputStream in, ReadOptions options) {
    lines = new JsonLines(in, options);
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    return lines.next(OpenAlexReader::paper);
  }

  private static PaperRecord paper(JsonParser json) throws IOException, RecordFault {
    AbstractText abstractText = new AbstractText();
    JsonFields fields = JsonFields.read(json, WANTED, Map.of(ABSTRACT, abstractText::read));
    String id =
        key('W', fields.text("id"))
            .orElseThrow(
                () -> new RecordFault(RejectReason.INVALID_ID, "The id is no OpenAlex work."));
    String title = Utf8.oneLine(fields.text("title"));
    if (title.isEmpty()) {
      title = Utf8.oneLine(fields.text("display_name"));
    }
    if (title.isEmpty()) {
      throw new RecordFault(RejectReason.MISSING_TITLE, "The title is missing or blank.");
    }
    PaperRecordBuilder paper =
        new PaperRecordBuilder(PaperSource.OPENALEX, id, CorpusFormat.OPENALEX, title)
            .abstractText(abstractText.text())
            .authorsAsRead(authors(fields.node("authorships")))
            .venue(venue(fields))
            .doi(Identifiers.normaliseDoi(fields.text("doi")))
            .language(fields.text("language"))
            .references(references(fields.node("referenced_works")));
    dates(fields, paper);
    subjects(fields, paper);
    return paper.build();
  }

  private static void dates(JsonFields fields, PaperRecordBuilder paper) throws RecordFault {
    JsonNode year = fields.node("publication_year");
    if (year.isIntegralNumber()) {
      if (!year.canConvertToInt() || !SourceDates.isYear(year.intValue())) {
        throw new RecordFault(
            RejectReason.INVALID_VALUE, "The publication_year does not lie between 1000 and 2999.");
      }
      paper.year(year.intValue());
    }
    String published = fields.text("publication_date");
    if (!published.isBlank()) {
      paper.publishedDate(SourceDates.iso("publication_date", published));
    }
    String updated = fields.text("updated_date").strip();
    if (!updated.isEmpty()) {
      paper.updatedDate(SourceDates.iso("updated_date", updated)).version(updated);
    }
  }

  private static List<AuthorName> authors(JsonNode authorships) throws RecordFault {
    List<AuthorName> authors = new ArrayList<>();
    for (JsonNode authorship : authorships) {
      JsonNode author = authorship.path("author");
      String name = Utf8.oneLine(JsonFields.text(authorship.path("raw_author_name")));
      if (name.isEmpty()) {
        name = Utf8.oneLine(JsonFields.text(author.path("display_name")));
      }
      if (!name.isEmpty()) {
        Optional<String> id = key('A', JsonFields.text(author.path("id"))).map(PREFIX::concat);
        authors.add(new AuthorName(name, id, affiliation(authorship), affiliations(authorship)));
      }
    }
    return authors;
  }

  private static Optional<String> affiliation(JsonNode authorship) throws RecordFault {
    List<String> parts = JsonFields.texts(authorship.path("raw_affiliation_strings"));
    if (parts.isEmpty()) {
      String single = Utf8.oneLine(JsonFields.text(authorship.path("raw_affiliation_string")));
      parts = single.isEmpty() ? names(authorship.path("institutions")) : List.of(single);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  /** The institutions with their countries, then countries that none of them is in. */
  private static List<Affiliation> affiliations(JsonNode authorship) throws RecordFault {
    Set<Affiliation> affiliations = new LinkedHashSet<>();
    Set<String> countries = new LinkedHashSet<>();
    for (JsonNode institution : authorship.path("institutions")) {
      Optional<String> id = key('I', JsonFields.text(institution.path("id"))).map(PREFIX::concat);
      String name = name(institution);
      Optional<String> country = country(JsonFields.text(institution.path("country_code")));
      if (id.isPresent() || !name.isEmpty() || country.isPresent()) {
        affiliations.add(new Affiliation(id, Optional.of(name).filter(n -> !n.isEmpty()), country));
        country.ifPresent(countries::add);
      }
    }
    for (String written : JsonFields.texts(authorship.path("countries"))) {
      country(written)
          .filter(countries::add)
          .ifPresent(code -> affiliations.add(Affiliation.ofCountry(code)));
    }
    return List.copyOf(affiliations);
  }

  private static Optional<String> country(String written) {
    return Optional.of(written.strip().toUpperCase(Locale.ROOT)).filter(c -> !c.isEmpty());
  }

  private static String venue(JsonFields fields) throws RecordFault {
    JsonNode source = fields.node("primary_location").path("source");
    String venue = Utf8.oneLine(JsonFields.text(source.path("display_name")));
    return venue.isEmpty()
        ? Utf8.oneLine(JsonFields.text(fields.node("host_venue").path("display_name")))
        : venue;
  }

  /** Topics where the work has them, else its broad concepts; the main one comes first. */
  private static void subjects(JsonFields fields, PaperRecordBuilder paper) throws RecordFault {
    String primary = name(fields.node("primary_topic"));
    List<String> others = names(fields.node("topics"));
    if (primary.isEmpty() && others.isEmpty()) {
      primary = bestConcept(fields.node("concepts"));
      others = new ArrayList<>();
      for (JsonNode concept : fields.node("concepts")) {
        if (concept.path("level").asInt(Integer.MAX_VALUE) <= DEEPEST_CONCEPT_LEVEL) {
          others.add(name(concept));
        }
      }
    }
    if (primary.isEmpty() && !others.isEmpty()) {
      primary = others.get(0);
    }
    Set<String> all = new LinkedHashSet<>();
    all.add(primary);
    all.addAll(others);
    all.remove("");
    paper.primaryCategory(primary).categories(List.copyOf(all));
  }

  private static String bestConcept(JsonNode concepts) throws RecordFault {
    String best = "";
    double bestScore = Double.NEGATIVE_INFINITY;
    for (JsonNode concept : concepts) {
      double score = concept.path("score").asDouble(0);
      if (score > bestScore && !name(concept).isEmpty()) {
        best = name(concept);
        bestScore = score;
      }
    }
    return best;
  }

  private static List<String> references(JsonNode works) throws RecordFault {
    Set<String> references = new LinkedHashSet<>();
    for (JsonNode work : works) {
      key('W', JsonFields.text(work)).map(PREFIX::concat).ifPresent(references::add);
    }
    return List.copyOf(references);
  }

  private static List<String> names(JsonNode array) throws RecordFault {
    List<String> names = new ArrayList<>();
    for (JsonNode element : array) {
      String name = name(element);
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static String name(JsonNode object) throws RecordFault {
    return Utf8.oneLine(JsonFields.text(object.path("display_name")));
  }

  private static Optional<String> key(char letter, String written) {
    return Identifiers.openAlexId(written).filter(id -> id.charAt(0) == letter);
  }
}
