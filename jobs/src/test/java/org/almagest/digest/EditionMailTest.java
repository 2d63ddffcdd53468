package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.almagest.digest.MailSettings.Security;
import org.almagest.fault.AlmagestException;
import org.almagest.stats.CalendarPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, as Jakarta Mail reads them back. */
class EditionMailTest {
  private static final Instant NOON = Instant.parse("2025-12-08T12:00:00Z");
  private static final EditionKey KEY = EditionKey.of("test", CalendarPeriod.WEEK, Papers.DAY);

  private static MailSettings settings(String from, Optional<String> unsubscribe) {
    return new MailSettings(
        "127.0.0.1", 25, Security.NONE, from, List.of("reader@example.org"), unsubscribe);
  }

  private static WrittenEdition edition(String title, String paperTitle) {
    EditionBuilder builder =
        new EditionBuilder(
            KEY,
            new DigestProfile(
                "test", title, List.of(), List.of(), List.of(), List.of(), 9, 9, Optional.empty()),
            Set.of());
    builder.offer(Papers.paper("arxiv:1", paperTitle));
    builder.offer(Papers.paper("arxiv:2", "Second"));
    return WrittenEdition.of(builder.build(List.of()), 7);
  }

  private static MimeMessage parsed(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static MimeMessage message(WrittenEdition edition, MailSettings settings)
      throws Exception {
    return parsed(new EditionMail(edition, Optional.of(settings)).to("reader@example.org", NOON));
  }

  @Test
  void readsBackAsTextAndHtmlInUtf8() throws Exception {
    WrittenEdition edition = edition("Überblick", "Über Größe – 日本語 " + "long ".repeat(60));
    MimeMessage message = message(edition, settings("Zoë <z@example.org>", Optional.empty()));

    assertThat(message.getFrom())
        .containsExactly(new InternetAddress("z@example.org", "Zoë", "UTF-8"));
    assertThat(message.getSubject())
        .startsWith("Überblick, week of 1 December 2025: Über Größe – 日本語");
    assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
    assertThat(message.isMimeType("multipart/alternative")).isTrue();
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(edition.text().strip());
    assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(edition.html().strip());
  }

  @Test
  void noLineIsLongerThanMailAllowsAndAllIsAscii() throws Exception {
    byte[] bytes = new EditionMail(edition("T", "x".repeat(3000) + "é"), Optional.empty()).file();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1))
        .allMatch(line -> line.length() <= 998)
        .allMatch(line -> line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~')));
  }

  @Test
  void headersCannotComeFromData() throws Exception {
    String payload =
        "A\r\nBcc: victim@example.org\r\n\r\n<b>body\n\tX-Evil: 1\u2028X-More: 2\u0085X";
    WrittenEdition edition = edition(payload, payload);
    byte[] bytes =
        new EditionMail(edition, Optional.of(settings("s@example.org", Optional.empty())))
            .to("reader@example.org", NOON);
    MimeMessage message = parsed(bytes);

    assertThat(Collections.list(message.getAllHeaders()))
        .extracting(header -> header.getName())
        .containsExactly(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getSubject()).contains("A Bcc: victim@example.org");
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.org\r\nBcc: c@d.org",
        "a@b.org, c@d.org",
        "nobody",
        "Name\n <a@b.org>",
        "group: a@b.org;",
        "a@b.org\u0000",
        "a@b@c.org",
        "a b@c.org",
        "",
      })
  void whatIsNoAddressOfOnePersonIsRefused(String text) {
    assertThatThrownBy(() -> EditionMail.address(text))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("no e-mail address");
  }

  @Test
  void theMessageIdIsThatOfTheEditionAndTheReader() throws Exception {
    MailSettings settings = settings("s@example.org", Optional.empty());
    EditionMail mail = new EditionMail(edition("T", "One"), Optional.of(settings));
    String id = mail.messageId(Optional.of("reader@example.org"));

    assertThat(id).matches("<[0-9a-f]{32}\\.week-2025-12-01@example\\.org>");
    assertThat(parsed(mail.to("Reader <READER@example.org>", NOON.plusSeconds(9))).getMessageID())
        .as("another time, another spelling")
        .isEqualTo(id);
    assertThat(mail.messageId(Optional.of("other@example.org"))).isNotEqualTo(id);
    assertThat(mail.messageId(Optional.empty())).isNotEqualTo(id);
  }

  @Test
  void readersCanLeave() throws Exception {
    String id = EditionMail.recipientId("reader@example.org");
    MimeMessage web =
        message(
            edition("T", "One"),
            settings("s@example.org", Optional.of("https://example.org/leave?who={id}")));
    assertThat(web.getHeader("List-Unsubscribe"))
        .containsExactly("<https://example.org/leave?who=" + id + ">");
    assertThat(web.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    MimeMessage mail =
        message(
            edition("T", "One"), settings("s@example.org", Optional.of("mailto:out@example.org")));
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<mailto:out@example.org>");
    assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(
            message(edition("T", "One"), settings("S <s@example.org>", Optional.empty()))
                .getHeader("List-Unsubscribe"))
        .containsExactly("<mailto:s@example.org?subject=unsubscribe>");
  }

  @Test
  void theFileNamesNoReaderAndIsTheSameEachTime() throws Exception {
    EditionMail mail =
        new EditionMail(
            edition("T", "One"), Optional.of(settings("s@example.org", Optional.empty())));
    assertThat(mail.file()).isEqualTo(mail.file());
    assertThat(parsed(mail.file()).getAllRecipients()).isNull();
    assertThat(parsed(mail.file()).getSentDate().toInstant())
        .isEqualTo(Instant.parse("2025-12-08T00:00:00Z"));
  }
}
