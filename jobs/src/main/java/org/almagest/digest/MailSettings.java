package org.almagest.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an edition is sent, and over which server. Credentials are no part of it: they come from
 * the environment alone, see {@link SmtpCredentials}.
 *
 * @param host of the SMTP server
 * @param port of the SMTP server
 * @param security how the connection is protected
 * @param from address of the sender, with or without a name
 * @param to addresses, each of which gets a message of its own
 * @param unsubscribe an address {@code https://…} or {@code mailto:…} by which a reader leaves; in
 *     the former {@code {id}} stands for a digest of the reader's address
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    String from,
    List<String> to,
    Optional<String> unsubscribe) {
  /** How a connection is protected. */
  public enum Security {
    /** Plain at first, then TLS, or no message is sent. */
    STARTTLS(587),
    /** TLS from the first byte on. */
    TLS(465),
    /** Not at all; no credentials go over it. */
    NONE(25);

    private final int defaultPort;

    Security(int defaultPort) {
      this.defaultPort = defaultPort;
    }

    /** What a person writes. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The port that servers listen on for it. */
    int defaultPort() {
      return defaultPort;
    }

    static Optional<Security> labelled(String label) {
      return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
    }
  }

  public MailSettings {
    to = List.copyOf(to);
  }
}
