package org.almagest.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.almagest.digest.MailSettings.Security;
import org.almagest.digest.SmtpDelivery.Delivered;
import org.almagest.digest.SmtpDelivery.Doubt;
import org.almagest.digest.SmtpDelivery.Outcome;
import org.almagest.digest.SmtpProxy.Fault;
import org.almagest.fault.AlmagestException;
import org.almagest.stats.CalendarPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending to a real SMTP server in this process, with faults on the way. */
class SmtpDeliveryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-08T12:00:00Z"), ZoneOffset.UTC);
  private static final EditionKey KEY = EditionKey.of("test", CalendarPeriod.WEEK, Papers.DAY);
  private static final List<String> READERS =
      List.of("a@example.org", "B <b@example.org>", "c@example.org");

  @TempDir Path directory;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private SmtpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server.start();
    proxy = SmtpProxy.before(server.getSmtp().getPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.stop();
  }

  private MailSettings settings(Security security, int port) {
    return new MailSettings(
        "127.0.0.1", port, security, "Digest <d@example.org>", READERS, Optional.empty());
  }

  private WrittenEdition edition = edition();

  private static WrittenEdition edition() {
    EditionBuilder builder = new EditionBuilder(KEY, DigestProfile.ofEverything(), Set.of());
    builder.offer(Papers.trending("arxiv:1", "On graphs", 1));
    return WrittenEdition.of(builder.build(List.of()), 1);
  }

  private List<Delivered> send(SmtpDelivery delivery, Doubt doubt) {
    // Opened anew each time, as by another process.
    try (EditionLedger ledger = EditionLedger.open(directory.resolve("out"), "test")) {
      return delivery.send(edition, ledger.sending(KEY), doubt);
    }
  }

  private List<Outcome> send() {
    return outcomes(
        send(
            new SmtpDelivery(settings(Security.NONE, proxy.port()), Optional.empty(), CLOCK),
            Doubt.KEEP));
  }

  private static List<Outcome> outcomes(List<Delivered> delivered) {
    return delivered.stream().map(Delivered::outcome).toList();
  }

  private List<String> received() throws MessagingException {
    List<String> to = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      to.add(Arrays.toString(message.getAllRecipients()));
    }
    return to;
  }

  @Test
  void eachReaderGetsAMessageOfTheirOwnAndNobodyASecond() throws MessagingException {
    assertThat(send()).containsOnly(Outcome.SENT);
    assertThat(send()).containsOnly(Outcome.SENT_BEFORE);

    assertThat(received())
        .containsExactlyInAnyOrder("[a@example.org]", "[B <b@example.org>]", "[c@example.org]");
    assertThat(server.getReceivedMessages())
        .extracting(message -> message.getSubject())
        .containsOnly("Almagest digest, week of 1 December 2025: On graphs");
  }

  @Test
  void aRefusedReaderCostsTheOthersNothingAndIsTriedAgain() throws MessagingException {
    proxy.refuse("b@example.org");
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.NOT_SENT, Outcome.SENT);
    assertThat(received()).hasSize(2);

    proxy.admit("b@example.org");
    assertThat(send()).containsExactly(Outcome.SENT_BEFORE, Outcome.SENT, Outcome.SENT_BEFORE);
    assertThat(received()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aConnectionThatBreaksBeforeAMessageLeavesNoDoubt() throws MessagingException {
    proxy.fail(2, Fault.DROP_AT_DATA);
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.NOT_SENT, Outcome.SENT);
    assertThat(send()).containsExactly(Outcome.SENT_BEFORE, Outcome.SENT, Outcome.SENT_BEFORE);
    assertThat(received()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aConnectionThatBreaksWithinAMessageLeavesNoDoubtWhereItsEndHasNotLeft()
      throws MessagingException {
    // More than the buffers of two sockets hold.
    edition =
        new WrittenEdition(
            KEY, "large", "<p>large</p>", ("x".repeat(70) + '\n').repeat(300_000), List.of(), 1);
    proxy.fail(1, Fault.DROP_IN_CONTENT);
    proxy.refuse("b@example.org");
    proxy.refuse("c@example.org");
    assertThat(send()).containsOnly(Outcome.NOT_SENT);
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.NOT_SENT, Outcome.NOT_SENT);
    assertThat(received()).hasSize(1);
  }

  @Test
  void ofAShortMessageItsEndMayHaveLeftWhenTheConnectionBreaks() throws MessagingException {
    proxy.fail(2, Fault.DROP_IN_CONTENT);
    List<Outcome> first = send();
    assertThat(first.get(0)).isEqualTo(Outcome.SENT);
    assertThat(first.get(1)).isIn(Outcome.UNSURE, Outcome.NOT_SENT);
    assertThat(first.get(2)).isEqualTo(Outcome.SENT);
    send();
    assertThat(received()).doesNotHaveDuplicates();
  }

  @Test
  void aContentThatIsRefusedLeavesNoDoubt() throws MessagingException {
    proxy.fail(1, Fault.REFUSE_CONTENT);
    assertThat(send()).containsExactly(Outcome.NOT_SENT, Outcome.SENT, Outcome.SENT);
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.SENT_BEFORE, Outcome.SENT_BEFORE);
    assertThat(received()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aLostAnswerLeavesADoubtAndSendsNobodyASecondCopyByItself() throws MessagingException {
    proxy.fail(2, Fault.DROP_BEFORE_ANSWER);
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.UNSURE, Outcome.SENT);
    assertThat(send()).containsExactly(Outcome.SENT_BEFORE, Outcome.UNSURE, Outcome.SENT_BEFORE);
    assertThat(received()).as("the server had taken it").hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aDoubtfulMessageIsSentAgainOnDemandUnderTheSameId() throws MessagingException {
    proxy.fail(2, Fault.DROP_BEFORE_ANSWER);
    send();
    SmtpDelivery delivery =
        new SmtpDelivery(settings(Security.NONE, proxy.port()), Optional.empty(), CLOCK);
    assertThat(outcomes(send(delivery, Doubt.RESEND)))
        .containsExactly(Outcome.SENT_BEFORE, Outcome.SENT, Outcome.SENT_BEFORE);
    List<String> ids = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      ids.add(message.getMessageID());
    }
    assertThat(ids).hasSize(4);
    assertThat(Set.copyOf(ids)).hasSize(3);
    assertThat(send()).containsOnly(Outcome.SENT_BEFORE);
  }

  @Test
  void aProcessKilledWhileItHandedOverLeavesADoubt() {
    String id = EditionMail.recipientId("b@example.org");
    try (EditionLedger ledger = EditionLedger.open(directory.resolve("out"), "test")) {
      ledger.sending(KEY).note(id, SendLedger.State.UNSURE, "<m>", CLOCK.instant());
    }
    assertThat(send()).containsExactly(Outcome.SENT, Outcome.UNSURE, Outcome.SENT);
  }

  @Test
  void withoutAServerNothingIsSentAndAllIsTriedAgain() throws IOException {
    int port = proxy.port();
    proxy.close();
    List<Delivered> delivered =
        send(new SmtpDelivery(settings(Security.NONE, port), Optional.empty(), CLOCK), Doubt.KEEP);
    assertThat(outcomes(delivered)).containsOnly(Outcome.NOT_SENT);
    assertThat(delivered).allSatisfy(each -> assertThat(each.detail()).isNotEmpty());
    proxy = SmtpProxy.before(server.getSmtp().getPort());
    assertThat(send()).containsOnly(Outcome.SENT);
  }

  @Test
  void passwordsGoOverTlsAloneAndStandNowhere() throws Exception {
    server.setUser("d@example.org", "someone", "s3cret-word");
    TestCertificate certificate = TestCertificate.in(directory);
    proxy.close();
    proxy = SmtpProxy.before(server.getSmtp().getPort(), certificate.context());
    Optional<SmtpCredentials> credentials =
        SmtpCredentials.in(
            Map.of(SmtpCredentials.USER, "someone", SmtpCredentials.PASSWORD, "s3cret-word"));
    Optional<SSLSocketFactory> trusting = Optional.of(certificate.context().getSocketFactory());
    MailSettings settings = settings(Security.STARTTLS, proxy.port());

    List<Delivered> delivered =
        send(new SmtpDelivery(settings, credentials, CLOCK, trusting), Doubt.KEEP);

    assertThat(outcomes(delivered)).as(delivered.toString()).containsOnly(Outcome.SENT);
    assertThat(proxy.commands())
        .filteredOn(command -> !command.startsWith("TLS "))
        .allMatch(command -> command.matches("EHLO .*|STARTTLS"));
    assertThat(proxy.commands()).anyMatch(command -> command.startsWith("TLS AUTH"));

    Optional<SmtpCredentials> wrong =
        SmtpCredentials.in(
            Map.of(SmtpCredentials.USER, "someone", SmtpCredentials.PASSWORD, "wr0ng-word"));
    List<Delivered> refused =
        send(
            new SmtpDelivery(
                new MailSettings(
                    "127.0.0.1",
                    proxy.port(),
                    Security.STARTTLS,
                    "d@example.org",
                    List.of("new@example.org"),
                    Optional.empty()),
                wrong,
                CLOCK,
                trusting),
            Doubt.KEEP);
    assertThat(outcomes(refused)).containsOnly(Outcome.NOT_SENT);
    assertThat(refused.toString()).contains("user name and password").doesNotContain("wr0ng");
    assertThat(wrong.orElseThrow().toString()).doesNotContain("wr0ng");
  }

  @Test
  void aServerWithoutTlsOrWithACertificateOfNobodyGetsNothing() throws Exception {
    SmtpDelivery plain =
        new SmtpDelivery(settings(Security.STARTTLS, proxy.port()), Optional.empty(), CLOCK);
    assertThat(outcomes(send(plain, Doubt.KEEP))).containsOnly(Outcome.NOT_SENT);

    proxy.close();
    proxy = SmtpProxy.before(server.getSmtp().getPort(), TestCertificate.in(directory).context());
    SmtpDelivery untrusting =
        new SmtpDelivery(settings(Security.STARTTLS, proxy.port()), Optional.empty(), CLOCK);
    assertThat(outcomes(send(untrusting, Doubt.KEEP))).containsOnly(Outcome.NOT_SENT);
    assertThat(received()).isEmpty();
  }

  @Test
  void anOpenConnectionTakesNoPassword() {
    Optional<SmtpCredentials> credentials =
        SmtpCredentials.in(Map.of(SmtpCredentials.USER, "u", SmtpCredentials.PASSWORD, "p4ss"));
    assertThatThrownBy(
            () -> new SmtpDelivery(settings(Security.NONE, proxy.port()), credentials, CLOCK))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("starttls")
        .hasMessageNotContaining("p4ss");
    assertThatThrownBy(() -> SmtpCredentials.in(Map.of(SmtpCredentials.PASSWORD, "p4ss")))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining(SmtpCredentials.USER)
        .hasMessageNotContaining("p4ss");
  }
}
