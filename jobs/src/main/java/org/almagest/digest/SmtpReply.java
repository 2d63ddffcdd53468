package org.almagest.digest;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure to send tells. */
final class SmtpReply {
  private static final int FIRST_REFUSAL = 400;
  private static final int LAST_REFUSAL = 599;
  private static final int MOST_CHARACTERS = 300;

  private SmtpReply() {}

  /** Whether the server itself said that it does not take the message. */
  static boolean isRefusal(MessagingException e) {
    for (Exception each = e;
        each instanceof MessagingException failure;
        each = failure.getNextException()) {
      int code = -1;
      if (failure instanceof SMTPSendFailedException send) {
        code = send.getReturnCode();
      } else if (failure instanceof SMTPAddressFailedException address) {
        code = address.getReturnCode();
      }
      if (code >= FIRST_REFUSAL && code <= LAST_REFUSAL) {
        return true;
      }
    }
    return false;
  }

  /** For a person, in one line. */
  static String text(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      // What the server says to a wrong password may repeat some of it.
      return "the server does not accept the user name and password";
    }
    Exception last = e;
    while (last instanceof MessagingException failure && failure.getNextException() != null) {
      last = failure.getNextException();
    }
    String message = last.getMessage() == null ? last.toString() : last.getMessage();
    return DisplayText.cut(message, MOST_CHARACTERS);
  }
}
