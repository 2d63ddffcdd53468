package org.almagest.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A message that tells how far it has been handed over. */
final class HandedOver extends MimeMessage {
  private final Runnable beforeFirstByte;
  private boolean begun;
  private boolean whole;

  /**
   * @param beforeFirstByte what must be done before the first byte leaves
   */
  HandedOver(Session session, InputStream message, Runnable beforeFirstByte)
      throws MessagingException {
    super(session, message);
    this.beforeFirstByte = beforeFirstByte;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoreList)
      throws IOException, MessagingException {
    beforeFirstByte.run();
    begun = true;
    super.writeTo(out, ignoreList);
    whole = true;
  }

  /** Whether a byte of it may have left. */
  boolean isBegun() {
    return begun;
  }

  /** Whether all of it was handed over, so that its end may have left. */
  boolean isWhole() {
    return whole;
  }
}
