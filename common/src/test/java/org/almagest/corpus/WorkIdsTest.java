package org.almagest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkIdsTest {
  @ParameterizedTest
  @CsvSource({
    "arxiv:1912.12345v2, arxiv:1912.12345",
    "arXiv:912.534, arxiv:0912.5340",
    "arxiv:math.GT/0309136, arxiv:math/0309136",
    "openalex:w12, openalex:W12",
    "'doi: 10.1000/ABC ', doi:10.1000/abc",
    "DOI:10.1000/a, doi:10.1000/a",
    "acl:p02-1040, acl:P02-1040",
    "acl:2020.acl-main.1, acl:2020.acl-main.1",
    "title:0123456789ABCDEF, title:0123456789abcdef",
    "https://arxiv.org/abs/1912.12345v1, arxiv:1912.12345",
    "http://export.arxiv.org/pdf/hep-th/9901001.pdf, arxiv:hep-th/9901001",
    "https://openalex.org/W12, openalex:W12",
    "https://openalex.org/works/W12, openalex:W12",
    "https://dx.doi.org/10.1000/A:b, doi:10.1000/a:b",
    "https://aclanthology.org/P02-1040/, acl:P02-1040",
  })
  void writesTheIdsOfAKnownSchemeInOneForm(String written, String canonical) {
    assertThat(WorkIds.known(written)).hasValue(canonical);
    assertThat(WorkIds.canonical(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "' 1912.12345 ', arxiv:1912.12345",
    "1912.12345v3, arxiv:1912.12345",
    "hep-th/9901001v2, arxiv:hep-th/9901001",
    "W2100301546, openalex:W2100301546",
    "10.1000/W12, doi:10.1000/w12",
    "'10.1002/(SICI)1097-4571(1998):1<2::AID>3.0.CO;2-O', doi:10.1002/(sici)1097-4571(1998):1<2::aid>3.0.co;2-o",
    "J79-1009a, acl:J79-1009a",
    "2020.acl-main.1, acl:2020.acl-main.1",
  })
  void understandsABareIdThatOnlyOneSchemeHas(String written, String canonical) {
    assertThat(WorkIds.known(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "9901001",
        "912.534",
        "1501.0004800000002",
        "A12",
        "some/W12",
        "A title",
        "10.1000",
        ":x",
        "x:",
        "x: ",
        "arxiv:W12",
        "openalex:A12",
        "doi:1912.12345",
        "acl:12",
        "title:12",
      })
  void leavesAloneWhatCouldBeAnybodysOrNobodys(String written) {
    assertThat(WorkIds.canonical(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PMID: 12, pmid:12",
    "pmid:a b, pmid:a b",
    "'local:a, \"b\"\n c ', 'local:a, \"b\"\n c'",
    "https://example.org/W12, https://example.org/W12",
  })
  void keepsTheIdsOfOtherSchemesAsTheyStand(String written, String canonical) {
    assertThat(WorkIds.known(written)).isEmpty();
    assertThat(WorkIds.canonical(written)).hasValue(canonical);
  }

  @Property
  void theFormOfAFormIsItself(@ForAll String written) {
    WorkIds.canonical(written)
        .ifPresent(canonical -> assertThat(WorkIds.canonical(canonical)).hasValue(canonical));
    WorkIds.canonical("x:" + written)
        .ifPresent(canonical -> assertThat(WorkIds.canonical(canonical)).hasValue(canonical));
  }
}
