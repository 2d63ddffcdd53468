package org.almagest.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.almagest.fault.AlmagestException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An edition as a message: multipart/alternative of text and HTML (RFC 2046), both in UTF-8 and
 * quoted-printable. The same edition for the same reader has the same Message-ID, whenever it is
 * made, so that a mail system can tell a second copy. No line of the head can come from data: a
 * value is one line before it gets there.
 */
final class EditionMail {
  /** Stands for the sender where no profile names one. */
  private static final String NO_SENDER = "almagest@localhost";

  private static final int DIGEST_LENGTH = 32;
  private static final String LINE_END = "\r\n";

  private final WrittenEdition edition;
  private final Optional<MailSettings> settings;

  EditionMail(WrittenEdition edition, Optional<MailSettings> settings) {
    this.edition = edition;
    this.settings = settings;
  }

  /** The message for nobody in particular, of the day after the period. */
  byte[] file() {
    Instant date =
        edition
            .key()
            .end()
            .plusDays(1)
            .atStartOfDay(TimeZone.getTimeZone("UTC").toZoneId())
            .toInstant();
    return bytes(Optional.empty(), date);
  }

  /** The message for a reader. */
  byte[] to(String recipient, Instant date) {
    return bytes(Optional.of(recipient), date);
  }

  /** A name for an address that does not tell it. */
  static String recipientId(String recipient) {
    return DigestUtils.sha256Hex(address(recipient).getAddress().toLowerCase(Locale.ROOT));
  }

  /** The same for the same edition and reader. */
  String messageId(Optional<String> recipient) {
    EditionKey key = edition.key();
    String whole = key.fileName() + ' ' + recipient.map(EditionMail::recipientId).orElse("");
    return '<'
        + DigestUtils.sha256Hex(whole).substring(0, DIGEST_LENGTH)
        + '.'
        + key.periodName()
        + '@'
        + domain()
        + '>';
  }

  private byte[] bytes(Optional<String> recipient, Instant date) {
    StringBuilder head = new StringBuilder();
    header(head, "From", address(sender()).toString());
    recipient.ifPresent(to -> header(head, "To", address(to).toString()));
    header(head, "Subject", encoded(edition.subject(), "Subject: ".length()));
    header(head, "Date", dateText(date));
    header(head, "Message-ID", messageId(recipient));
    header(head, "List-Id", '<' + edition.key().profile() + ".digest." + domain() + '>');
    unsubscribe(head, recipient);
    header(head, "Auto-Submitted", "auto-generated");
    header(head, "MIME-Version", "1.0");
    String boundary = "=_" + DigestUtils.sha256Hex(edition.text() + edition.html());
    header(head, "Content-Type", "multipart/alternative; boundary=\"" + boundary + '"');
    head.append(LINE_END);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ascii(out, head.toString());
      part(out, boundary, "text/plain", edition.text());
      part(out, boundary, "text/html", edition.html());
      ascii(out, "--" + boundary + "--" + LINE_END);
      return out.toByteArray();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("a message could not be written to memory", e);
    }
  }

  /** RFC 2369, and RFC 8058 where a web address takes the request. */
  private void unsubscribe(StringBuilder head, Optional<String> recipient) {
    String address =
        settings
            .flatMap(MailSettings::unsubscribe)
            .map(text -> text.replace("{id}", recipient.map(EditionMail::recipientId).orElse("")))
            .orElseGet(() -> "mailto:" + address(sender()).getAddress() + "?subject=unsubscribe");
    header(head, "List-Unsubscribe", '<' + address + '>');
    if (address.startsWith("https:")) {
      header(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private String sender() {
    return settings.map(MailSettings::from).orElse(NO_SENDER);
  }

  private String domain() {
    String address = address(sender()).getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /**
   * @throws AlmagestException (usage) for what is no address
   */
  static InternetAddress address(String text) {
    if (!text.equals(DisplayText.oneLine(text))) {
      throw notAnAddress(text);
    }
    try {
      InternetAddress[] addresses = InternetAddress.parse(text, true);
      if (addresses.length != 1 || addresses[0].isGroup()) {
        throw notAnAddress(text);
      }
      InternetAddress address = addresses[0];
      address.validate();
      if (!address.getAddress().matches("[\\x21-\\x7e]+@[A-Za-z0-9.-]+")) {
        throw notAnAddress(text);
      }
      if (address.getPersonal() != null) {
        address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      }
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw notAnAddress(text);
    }
  }

  private static AlmagestException notAnAddress(String text) {
    return AlmagestException.usage(
        "'"
            + DisplayText.oneLine(text)
            + "' is no e-mail address; write one such as reader@example.org, or Name"
            + " <reader@example.org>.");
  }

  private static String encoded(String text, int used) {
    try {
      return MimeUtility.fold(
          used,
          MimeUtility.encodeText(DisplayText.oneLine(text), StandardCharsets.UTF_8.name(), null));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is always there", e);
    }
  }

  private static String dateText(Instant date) {
    MailDateFormat format = new MailDateFormat();
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    return format.format(Date.from(date));
  }

  private static void header(StringBuilder head, String name, String value) {
    // A line that does not begin with a blank would be a header of its own.
    if (value.replaceAll("\r\n[ \t]", "").chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("the header " + name + " would not be one line");
    }
    head.append(name).append(": ").append(value).append(LINE_END);
  }

  private static void part(OutputStream out, String boundary, String type, String content)
      throws IOException, MessagingException {
    ascii(
        out,
        "--"
            + boundary
            + LINE_END
            + ("Content-Type: " + type + "; charset=utf-8" + LINE_END)
            + ("Content-Transfer-Encoding: quoted-printable" + LINE_END + LINE_END));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream encoder = MimeUtility.encode(body, "quoted-printable")) {
      encoder.write(content.replace("\n", LINE_END).getBytes(StandardCharsets.UTF_8));
    }
    body.writeTo(out);
    ascii(out, LINE_END);
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
