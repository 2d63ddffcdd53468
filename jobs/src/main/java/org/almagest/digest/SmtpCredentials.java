package org.almagest.digest;

import java.util.Map;
import java.util.Optional;
import org.almagest.fault.AlmagestException;

/**
 * Name and password for the SMTP server. They come from the environment, and stand in no file, no
 * message and no log line.
 */
public final class SmtpCredentials {
  /** Variable with the name. */
  public static final String USER = "ALMAGEST_SMTP_USER";

  /** Variable with the password. */
  public static final String PASSWORD = "ALMAGEST_SMTP_PASSWORD";

  private final String user;
  private final String password;

  private SmtpCredentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * What the environment has; an empty variable counts as not set.
   *
   * @throws AlmagestException (usage) if one is set without the other
   */
  public static Optional<SmtpCredentials> in(Map<String, String> environment) {
    String user = environment.getOrDefault(USER, "");
    String password = environment.getOrDefault(PASSWORD, "");
    if (user.isEmpty() != password.isEmpty()) {
      throw AlmagestException.usage(
          "Of "
              + USER
              + " and "
              + PASSWORD
              + " only "
              + (user.isEmpty() ? PASSWORD : USER)
              + " is set; set both, or none for a server that asks for neither.");
    }
    return user.isEmpty() ? Optional.empty() : Optional.of(new SmtpCredentials(user, password));
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
