package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a title or abstract is a word, and what is not. */
class TokenizerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Deep Learning, and more.        | deep learning and more",
        "GPT-4 beats BERT_base           | gpt-4 beats bert base",
        "a few-shot and zero-shot-like x | few-shot and zero-shot-like",
        "-odd- --dashes-- and - alone    | odd dashes and alone",
        "state\u2010of\u2011the-art      | state-of-the-art",
        "non-\uD801\uDC37                | non-\uD801\uDC37",
        "see co\u00adoper\u00adation     | see cooperation",
        "**bold** and *italic* _text_    | bold and italic text",
        "3d 2019 42 1e5 0-1              | 3d 1e5",
        "{B}ayesian {LDA}                | bayesian lda",
      })
  void splitsProseIntoLowerCaseWords(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "code at https://github.com/x/y_z?a=b#c now | code at now",
        "code at http://a.b, more                   | code at more",
        "(see https://a.b/c) more                   | see more",
        "FTP ftp://a.b/c.zip more                   | ftp more",
        "HTTPS://EXAMPLE.ORG/ABC more               | more",
        "go to www.example.org/path more            | go to more",
        "go to WWW.example.org/path more            | go to more",
        "glued:https://a.b/c more                   | glued more",
        "gluedhttps://a.b/c more                    | glued more",
        "[link](https://a.b/c) more                 | link more",
        "see-https://a.b/c more                     | see more",
        "a hyperwww.word and http alone             | hyperwww word and http alone",
      })
  void leavesOutAddresses(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gains of 50\\% over all             | gains of over all",
        "rock \\& roll                       | rock roll",
        "\\textit{emphasis} is {\\em good}   | emphasis is good",
        "\\textbf{\\emph{both}} stay         | both stay",
        "as in \\cite{smith19,doe20} and on  | as in and on",
        "as in \\citep{smith19} and on       | as in and on",
        "unclosed \\cite{smith19 and on      | unclosed smith19 and on",
        "the \\alpha particle\\\\next line   | the particle next line",
        "ends in a backslash \\              | ends in backslash",
      })
  void readsCommandsOfLatex(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "we bound $x^2 + y$ here           | we bound here",
        "we bound $$x^2 + y$$ here         | we bound here",
        "at $\\sim$10 GeV                  | at gev",
        "costs $5 a day                    | costs day",
        "costs $$ here                     | costs here",
        "costs \\$5 or \\$7 at most        | costs or at most",
        "costs $5 million, not $10 million | costs million not million",
        "an odd $                          | an odd",
        "$n$-gram                          | gram",
      })
  void leavesOutMathematicsButNotTheTextAfterALoneDollarSign(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @Test
  void takesDollarSignsFarApartForMoney() {
    String between = "word ".repeat(200);
    assertThat(tokens("$ " + between + "$")).hasSize(200).containsOnly("word");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Schr\\\"{o}dinger            | schrödinger",
        "Schr\\\"odinger              | schrödinger",
        "Schr{\\\"o}dinger            | schrödinger",
        "Poincar\\'{e} and Poincar\\'e | poincaré and poincaré",
        "\\'Etale                     | étale",
        "na\\\"\\i ve na\\\"{\\i}ve   | naïve naïve",
        "Erd\\H{o}s                   | erdős",
        "Ho\\v{r}ava                  | hořava",
        "Fran\\c{c}ois                | françois",
        "S\\o ren M{\\o}ller Gau\\ss | søren møller gauß",
        "a \\'\\alpha particle        | particle",
        "an accent \\\"               | an accent",
        "an accent \\\" alone         | an accent alone",
        "an accent \\'{} on nothing   | an accent on nothing",
      })
  void turnsAccentsOfLatexIntoLetters(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Some <b>bold</b> text</p>           | some bold text",
        "CO<sub>2</sub> levels                  | co levels",
        "<jats:title>Aim</jats:title>We show    | aim we show",
        "where a < b and p <0.05 holds          | where and holds",
        "rock &amp; roll&nbsp;music &#8211; all | rock roll music all",
        "R&D; AT&T and more; here               | at and more here",
      })
  void leavesOutMarkupAndEntities(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @Test
  void takesAnAngleBracketFarFromTheNextForASign() {
    String between = "word ".repeat(40);
    assertThat(tokens("<a " + between + ">")).hasSize(40).containsOnly("word");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\uFB01nite e\uFB03cient          | finite efficient",
        "\uFF26\uFF35\uFF2C\uFF2C width   | full width",
        "cafe\u0301 CAFÉ                  | café café",
        "\uD835\uDC00\uD835\uDC01c math   | abc math",
        "\uD801\uDC0F\uD801\uDC10 deseret | \uD801\uDC37\uD801\uDC38 deseret",
        "ΣΟΦΙΑ Ёлка                       | σοφια ёлка",
        "हिन्दी भाषा                          | हिन्दी भाषा",
        "q\u0308uiet x\u0304-axis         | q\u0308uiet x\u0304-axis",
      })
  void composesAndLowersLettersOfAllScripts(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(words(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "0.05", "٣٤٥", "１２３", "\uD83A\uDD50\uD83A\uDD51", "12-13", "²³"})
  void dropsRunsWithoutALetter(String text) {
    assertThat(tokens(text)).isEmpty();
  }

  @Test
  void keepsTokensFromTwoToFortyCharacters() {
    String longest = "x".repeat(Tokenizer.MAX_LENGTH);
    assertThat(tokens("a ab " + longest + " " + longest + "x")).containsExactly("ab", longest);
  }

  @Test
  void readsLongRunsOfOpeningSignsInOnePass() {
    int many = 1_000_000;
    // With a search to the end of the text for each sign, the time grows with its square.
    for (String sign : List.of("&", "<a", "\\cite{", "$x", "\\")) {
      assertThat(tokens(sign.repeat(many) + " end")).endsWith("end");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "deep neural network             | deep neural network",
        "deep \t\u00a0 neural\u2003network | deep neural network",
        "{D}eep co\u00adoper {a}nd       | deep cooper and",
        "deep, neural network. Next      | deep / neural network / next",
        "deep (neural) network           | deep / neural / network",
        "deep/neural - network           | deep / neural / network",
        "deep \u2013 neural \u201cnetwork  | deep / neural / network",
        "deep x neural 10 network        | deep / neural / network",
        "deep $x^2$ neural $ network     | deep / neural / network",
        "deep http://a.b neural <b>net   | deep / neural / net",
        "deep &amp; neural \\cite{x} net  | deep / neural / net",
        "deep \\emph{neural network} net  | deep / neural network net",
        "deep 50\\% neural \\' network     | deep / neural / network",
        "(deep) x                        | / deep",
      })
  void tellsWhereTokensAreNoNeighbours(String text, String expected) {
    assertThat(tokensAndGaps(text)).isEqualTo(words(expected));
  }

  @Test
  void aRunTooLongForATokenPartsItsNeighbours() {
    assertThat(tokensAndGaps("deep " + "x".repeat(Tokenizer.MAX_LENGTH + 1) + " network"))
        .containsExactly("deep", "/", "network");
  }

  @Property
  void everyTokenIsLowerCaseHasALetterAndKeepsTheLimits(@ForAll("texts") String text) {
    for (String token : tokens(text)) {
      assertThat(token.length()).isBetween(Tokenizer.MIN_LENGTH, Tokenizer.MAX_LENGTH);
      assertThat(token.toLowerCase(Locale.ROOT)).isEqualTo(token);
      assertThat(token.codePoints().anyMatch(Character::isLetter)).isTrue();
      assertThat(token).doesNotStartWith("-").doesNotEndWith("-").doesNotContain("--", " ", "$");
    }
  }

  @Property
  void ofAnyCharactersAtAllEveryTokenKeepsTheLimits(@ForAll String text) {
    everyTokenIsLowerCaseHasALetterAndKeepsTheLimits(text);
  }

  /** Texts out of the pieces that the tokenizer treats in a way of their own. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "Word",
            "-",
            "\u2010",
            "\u00ad",
            " ",
            "\n",
            "\\",
            "\\\"",
            "\\'",
            "{",
            "}",
            "$",
            "$$",
            "<",
            ">",
            "</",
            "&",
            ";",
            "&amp;",
            "#",
            "\\cite",
            "\\cite{",
            "\\H",
            "\\v{",
            "\\o",
            "\\i",
            "http://",
            "https://",
            "www.",
            "*",
            "_",
            "7",
            "\uD83A\uDD50",
            "\uD801\uDC0F",
            "\uD83D\uDE00",
            "\uD801",
            "\uDC0F",
            "\u0301",
            "\u093F",
            "İ",
            "ß",
            "Σ",
            "ǅ",
            "\u0000",
            "\uFFFF")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Tokenizer.tokenize(text, tokens::add);
    return tokens;
  }

  /** The tokens, and a slash where two are no neighbours. */
  private static List<String> tokensAndGaps(String text) {
    List<String> heard = new ArrayList<>();
    Tokenizer.tokenize(
        text,
        new TokenSink() {
          @Override
          public void accept(String token) {
            heard.add(token);
          }

          @Override
          public void gap() {
            heard.add("/");
          }
        });
    return heard;
  }

  private static List<String> words(String expected) {
    return List.of(expected.strip().split(" ", -1));
  }
}
