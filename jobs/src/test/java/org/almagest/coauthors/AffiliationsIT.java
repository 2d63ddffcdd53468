package org.almagest.coauthors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almagest.config.Setting;
import org.almagest.config.Settings;
import org.almagest.stage.ContractRow;
import org.almagest.stage.SparkSuite;
import org.almagest.stage.StageBench;
import org.almagest.table.Affiliations;
import org.almagest.table.Authorships;
import org.almagest.table.Countries;
import org.almagest.table.CountryEdges;
import org.almagest.table.InstitutionEdges;
import org.almagest.table.Institutions;
import org.almagest.table.Papers;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two institutions in two countries, a country alone, and an institution without an id. */
@SuppressWarnings("serial") // see SparkSuite
class AffiliationsIT extends SparkSuite {
  @TempDir Path directory;

  private final List<Row> papers = new ArrayList<>();
  private final List<Row> authorships = new ArrayList<>();
  private final List<Row> affiliations = new ArrayList<>();

  private void paper(String id, Integer year, String... authors) {
    papers.add(
        ContractRow.of(Papers.TABLE)
            .with(Papers.PAPER_ID, id)
            .with(Papers.TITLE, "A title")
            .with(Papers.YEAR, year)
            .build());
    for (int i = 0; i < authors.length; i++) {
      authorships.add(
          ContractRow.of(Authorships.TABLE)
              .with(Authorships.PAPER_ID, id)
              .with(Authorships.POSITION, i + 1)
              .with(Authorships.AUTHOR_ID, authors[i])
              .with(Authorships.RAW_NAME, authors[i])
              .with(Authorships.FRACTION, 1.0 / authors.length)
              .build());
    }
  }

  private void at(String paper, int position, String institution, String name, String country) {
    affiliations.add(
        ContractRow.of(Affiliations.TABLE)
            .with(Affiliations.PAPER_ID, paper)
            .with(Affiliations.POSITION, position)
            .with(Affiliations.RANK, affiliations.size())
            .with(Affiliations.INSTITUTION_ID, institution)
            .with(Affiliations.INSTITUTION_NAME, name)
            .with(Affiliations.COUNTRY_CODE, country)
            .build());
  }

  /** p4 has one author more than the limit. */
  private StageBench handComputed() {
    paper("p1", 2001, "ann", "bob");
    at("p1", 1, "I1", "Alpha", "DE");
    at("p1", 2, "I2", "Beta", "FR");
    at("p1", 2, "I1", "Alfa", "DE");
    paper("p2", 2003, "ann", "cid");
    at("p2", 1, "I1", "Alpha", "DE");
    at("p2", 2, null, null, "US");
    paper("p3", null, "cid", "dan");
    at("p3", 1, null, "Lab", "FR");
    paper("p4", 2010, "ann", "bob", "cid", "dan");
    at("p4", 1, "I1", "Alpha", "DE");
    at("p4", 2, "I2", "Beta", null);
    at("p4", 2, null, null, "FR");
    return bench();
  }

  private StageBench bench() {
    return new StageBench(directory.resolve("warehouse"), spark())
        .with(Papers.TABLE, dataset(Papers.TABLE, papers))
        .with(Authorships.TABLE, dataset(Authorships.TABLE, authorships).repartition(3))
        .with(Affiliations.TABLE, dataset(Affiliations.TABLE, affiliations).repartition(2));
  }

  @Test
  void institutionsAndCountriesHaveTheirPapersAuthorsAndEdges() {
    try (StageBench bench = handComputed()) {
      Map<String, Long> counts =
          bench.run(
              new CoauthorsJob(
                  Settings.defaults()
                      .with(Setting.COAUTHORS_MAX_AUTHORS_PER_PAPER, "3", "a test")));

      // On p1 half of the paper is ann's, and half of bob's half; on p2 half, on p4 a quarter.
      assertThat(sorted(bench.table(Institutions.TABLE)))
          .containsExactly("[I1,Alpha,DE,3,1.5,2,2,2001,2010]", "[I2,Beta,FR,2,0.5,2,1,2001,2010]");
      assertThat(sorted(bench.table(InstitutionEdges.TABLE)))
          .containsExactly("[I1,I2,1,1.0,1.0,0.5,2.0,2001,2001]");
      assertThat(sorted(bench.table(Countries.TABLE)))
          .containsExactly(
              "[DE,3,1.5,3,2,1,2001,2010]",
              "[FR,3,1.0,2,2,1,2001,2010]",
              "[US,1,0.5,1,1,0,2003,2003]");
      // 2m is 4, and the strengths are DE 2, FR and US 1.
      assertThat(sorted(bench.table(CountryEdges.TABLE)))
          .containsExactly(
              "[DE,FR,1,1.0,1.0,0.5,2.0,2001,2001]", "[DE,US,1,1.0,1.0,0.5,2.0,2003,2003]");
      assertThat(counts)
          .containsEntry("institutions", 2L)
          .containsEntry("authorships without a known institution", 5L)
          .containsEntry("countries", 3L)
          .containsEntry("authorships without a known country", 3L);
    }
  }

  @Test
  void papersWithoutAffiliationsGiveEmptyNetworks() {
    paper("p1", 2001, "ann", "bob");
    try (StageBench bench = bench()) {
      assertThat(bench.run(new CoauthorsJob(Settings.defaults())))
          .containsEntry("institutions", 0L)
          .containsEntry("authorships without a known institution", 2L);
      for (var table :
          List.of(
              Institutions.TABLE, InstitutionEdges.TABLE, Countries.TABLE, CountryEdges.TABLE)) {
        assertThat(bench.table(table).count()).as(table.name()).isZero();
      }
    }
  }
}
