package org.almagest.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.almagest.digest.SendLedger.State;
import org.almagest.fault.AlmagestException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Sends an edition over SMTP (RFC 5321), a message of its own to each reader.
 *
 * <p>Nobody is sent the same edition twice: who has it is left out, and so is whoever may have it.
 * A server takes a message when it answers the line that ends it. Where that answer is lost,
 * because the connection broke or this process was killed in just that moment, nobody can know
 * whether the server took the message: it is not sent again by itself (at most once), and {@link
 * Doubt#RESEND} sends it again (at least once), with the same Message-ID. What goes wrong before
 * the whole message was handed to the network is no doubt: the server must not deliver a message
 * without its end (section 4.1.1.4), and the next try sends it. A short message is handed over in a
 * moment, so that a connection that breaks within it is in doubt, too.
 */
public final class SmtpDelivery {
  private static final String PROTOCOL = "smtp";
  private static final String TIMEOUT_MILLIS = "60000";

  private final MailSettings settings;
  private final Optional<SmtpCredentials> credentials;
  private final Clock clock;
  private final Optional<SSLSocketFactory> sockets;

  /** What becomes of a message that the server may have taken. */
  public enum Doubt {
    /** It is not sent again. */
    KEEP,
    /** It is sent again. */
    RESEND
  }

  /** What came of a message. */
  public enum Outcome {
    /** The server took it. */
    SENT,
    /** The server had taken it before. */
    SENT_BEFORE,
    /** The server did not take it, or was never asked. */
    NOT_SENT,
    /** The server may have taken it. */
    UNSURE
  }

  /**
   * What came of the message to a reader.
   *
   * @param detail why it was not sent; may hold what the server said
   */
  public record Delivered(String recipient, Outcome outcome, String detail) {}

  /**
   * @throws AlmagestException (usage) if credentials would go over an open connection
   */
  public SmtpDelivery(MailSettings settings, Optional<SmtpCredentials> credentials, Clock clock) {
    this(settings, credentials, clock, Optional.empty());
  }

  /** For tests: with sockets that trust the test's own server. */
  SmtpDelivery(
      MailSettings settings,
      Optional<SmtpCredentials> credentials,
      Clock clock,
      Optional<SSLSocketFactory> sockets) {
    if (credentials.isPresent() && settings.security() == MailSettings.Security.NONE) {
      throw AlmagestException.usage(
          "mail.security is none, and "
              + SmtpCredentials.PASSWORD
              + " would go over the network for all to read; set it to starttls or tls, or unset the"
              + " password.");
    }
    this.settings = settings;
    this.credentials = credentials;
    this.clock = clock;
    this.sockets = sockets;
  }

  /** Sends an edition to all readers who do not have it, and tells what came of each. */
  public List<Delivered> send(WrittenEdition edition, SendLedger ledger, Doubt doubt) {
    List<Delivered> delivered = new ArrayList<>();
    EditionMail mail = new EditionMail(edition, Optional.of(settings));
    try (Connection connection = new Connection()) {
      for (String recipient : settings.to()) {
        State state = ledger.state(EditionMail.recipientId(recipient));
        if (state == State.ACCEPTED) {
          delivered.add(new Delivered(recipient, Outcome.SENT_BEFORE, ""));
        } else if (state == State.UNSURE && doubt == Doubt.KEEP) {
          delivered.add(
              new Delivered(
                  recipient,
                  Outcome.UNSURE,
                  "an earlier try ended before the server had answered; --resend-unsure sends it"
                      + " again"));
        } else {
          delivered.add(send(connection, mail, recipient, ledger));
        }
      }
    }
    return delivered;
  }

  private Delivered send(
      Connection connection, EditionMail mail, String recipient, SendLedger ledger) {
    String id = EditionMail.recipientId(recipient);
    String messageId = mail.messageId(Optional.of(recipient));
    HandedOver message = null;
    try {
      Transport transport = connection.open();
      message =
          new HandedOver(
              connection.session,
              new ByteArrayInputStream(mail.to(recipient, clock.instant())),
              () -> ledger.note(id, State.UNSURE, messageId, clock.instant()));
      InternetAddress address = EditionMail.address(recipient);
      transport.sendMessage(message, new InternetAddress[] {address});
      ledger.note(id, State.ACCEPTED, messageId, clock.instant());
      return new Delivered(recipient, Outcome.SENT, "");
    } catch (MessagingException e) {
      connection.drop();
      if (message != null && message.isWhole() && !SmtpReply.isRefusal(e)) {
        return new Delivered(recipient, Outcome.UNSURE, SmtpReply.text(e));
      }
      if (message != null && message.isBegun()) {
        ledger.note(id, State.NOT_SENT, messageId, clock.instant());
      }
      return new Delivered(recipient, Outcome.NOT_SENT, SmtpReply.text(e));
    }
  }

  /** One connection for all messages, opened anew after a fault. */
  private final class Connection implements AutoCloseable {
    private final Session session = Session.getInstance(properties());
    private Optional<Transport> transport = Optional.empty();

    Transport open() throws MessagingException {
      if (transport.isPresent()) {
        return transport.get();
      }
      session.setProvider(
          new Provider(
              Provider.Type.TRANSPORT, PROTOCOL, SMTPTransport.class.getName(), "angus", null));
      Transport opened = session.getTransport(PROTOCOL);
      opened.connect(
          settings.host(),
          settings.port(),
          credentials.map(SmtpCredentials::user).orElse(null),
          credentials.map(SmtpCredentials::password).orElse(null));
      transport = Optional.of(opened);
      return opened;
    }

    void drop() {
      transport.ifPresent(
          open -> {
            try {
              open.close();
            } catch (MessagingException e) {
              // It is given up, whatever the server says to that.
              transport = Optional.empty();
            }
          });
      transport = Optional.empty();
    }

    @Override
    public void close() {
      drop();
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    String prefix = "mail." + PROTOCOL + '.';
    properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "from", EditionMail.address(settings.from()).getAddress());
    properties.setProperty(prefix + "auth", String.valueOf(credentials.isPresent()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", "true");
      }
      case TLS -> properties.setProperty(prefix + "ssl.enable", "true");
      case NONE -> properties.setProperty(prefix + "starttls.enable", "false");
    }
    sockets.ifPresent(factory -> properties.put(prefix + "ssl.socketFactory", factory));
    return properties;
  }
}
