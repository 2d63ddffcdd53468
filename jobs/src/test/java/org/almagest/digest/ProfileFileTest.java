package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.almagest.digest.MailSettings.Security;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
  private static final String MAIL =
      "mail: {host: mail.example.org, from: d@example.org, to: [a@example.org]";

  @TempDir Path directory;

  private DigestProfile read(String text) throws IOException {
    return ProfileFile.read(Files.writeString(directory.resolve("profile.yaml"), text));
  }

  @Test
  void theExampleIsAProfileAndNamesEveryKey() {
    DigestProfile profile = ProfileFile.read(Path.of("../submit/conf/digest-profile.example.yaml"));
    assertThat(profile.queries()).isNotEmpty();
    assertThat(profile.topics()).isNotEmpty();
    assertThat(profile.authors()).isNotEmpty();
    assertThat(profile.categories()).isNotEmpty();
    assertThat(profile.newPapers()).isEqualTo(DigestProfile.DEFAULT_NEW_PAPERS);
    assertThat(profile.trendingPapers()).isEqualTo(DigestProfile.DEFAULT_TRENDING_PAPERS);
    MailSettings mail = profile.mail().orElseThrow();
    assertThat(mail.security()).isEqualTo(Security.STARTTLS);
    assertThat(mail.port()).isEqualTo(587);
    assertThat(mail.unsubscribe()).isPresent();
  }

  @Test
  void whatIsNotSaidIsAtItsDefault() throws IOException {
    DigestProfile profile = read("name: x\nqueries: one query\n" + MAIL + ", security: tls}\n");
    assertThat(profile.queries()).containsExactly("one query");
    assertThat(profile.topics()).isEmpty();
    assertThat(profile.mail().orElseThrow().port()).isEqualTo(465);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'name: x\nquery: a'|line 2: there is no key 'query'. Did you mean 'queries'?",
        "'name: x\nmail: {hsot: a}'|there is no key 'mail.hsot'. Did you mean 'mail.host'?",
        "'name: x\nmail: {password: p4ss}'|credentials do not belong into a file",
        "'name: x\nmail: {username: u}'|ALMAGEST_SMTP_USER",
        "'queries: [a]'|a profile needs a name",
        "'name: ../x'|name is '../x'",
        "'name: x\nname: y'|name is set a second time",
        "'name: x\nnew-papers: many'|new-papers is 'many', but it must be from 0 to 500",
        "'name: x\nnew-papers: 501'|from 0 to 500",
        "'name: x\nqueries: [[a]]'|queries must be a plain value",
        "'name: x\ntitle:'|title must be a plain value",
        "'- name'|'key: value'",
        "''|is empty",
        "'name: ['|not valid YAML",
        "'name: x\nmail: {from: a@b.org, to: [a@b.org]}'|mail.host is missing",
        "'name: x\nmail: {host: h, from: a@b.org}'|mail.to names nobody",
        "'name: x\nmail: {host: h, from: a@b.org, to: [nobody]}'|no e-mail address",
        "'name: x\nmail: {host: h, from: a@b.org, to: [a@b.org, A <A@b.org>]}'|an address twice",
        "'name: x\nmail: {host: h, security: ssl, from: a@b.org, to: [a@b.org]}'|starttls, tls or none",
        "'name: x\nmail: {host: h, port: 70000, from: a@b.org, to: [a@b.org]}'|from 1 to 65535",
        "'name: x\nmail: {host: h/x, from: a@b.org, to: [a@b.org]}'|the name of a server",
      })
  void aWrongProfileIsToldInOneSentence(String text, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("profile.yaml"), text == null ? "" : text);
    assertThatThrownBy(() -> ProfileFile.read(file))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(message)
        .hasMessageNotContaining("p4ss");
  }

  @ParameterizedTest
  @CsvSource({
    "'javascript:alert(1)'",
    "'http://example.org/'",
    "'https://u:p@example.org/'",
    "'https://example.org/>, <https://evil.example'",
    "'\"https://example.org/\\r\\nBcc: a@b.org\"'"
  })
  void theAddressToLeaveByIsOneAddress(String address) {
    assertThatThrownBy(() -> read("name: x\n" + MAIL + ", unsubscribe: " + quoted(address) + "}\n"))
        .isInstanceOf(AlmagestException.class);
  }

  private static String quoted(String address) {
    return address.startsWith("\"") ? address : "'" + address + "'";
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ProfileFile.read(directory.resolve("none.yaml")))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("The profile " + directory.resolve("none.yaml") + " does not exist")
        .hasMessageContaining("--profile");
  }
}
