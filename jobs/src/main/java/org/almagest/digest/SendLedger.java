package org.almagest.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Journal of the sending of one edition. That a message is about to be handed over is on disk
 * before its first byte leaves; that the server took it, or did not, afterwards. It names readers
 * by a digest of their address.
 */
public final class SendLedger {
  /** What is known of a reader's message. */
  public enum State {
    /** Nothing was handed over, or the server did not take it. */
    NOT_SENT,
    /** It was handed over, and nobody knows whether the server took it. */
    UNSURE,
    /** The server took it. */
    ACCEPTED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DigestDirectory directory;
  private final String file;
  private final Map<String, State> states = new HashMap<>();

  private SendLedger(DigestDirectory directory, String file) {
    this.directory = directory;
    this.file = file;
  }

  static SendLedger of(DigestDirectory directory, EditionKey key) {
    SendLedger ledger = new SendLedger(directory, key.periodName() + ".sent");
    try {
      directory
          .readLedger(ledger.file)
          .ifPresent(bytes -> ledger.replay(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ledger;
  }

  private void replay(String journal) {
    journal
        .lines()
        .flatMap(line -> event(line).stream())
        .forEach(
            event ->
                Arrays.stream(State.values())
                    .filter(state -> state.label().equals(event.path("state").asText()))
                    .forEach(state -> states.put(event.path("recipient").asText(), state)));
  }

  /** Empty where a process was killed while it wrote the line: then it took no further step. */
  private static Optional<JsonNode> event(String line) {
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether no message was ever handed over. */
  boolean isEmpty() {
    return states.values().stream().allMatch(state -> state == State.NOT_SENT);
  }

  State state(String recipientId) {
    return states.getOrDefault(recipientId, State.NOT_SENT);
  }

  /**
   * Notes what is known of a message, and has it on disk when this returns.
   *
   * @throws UncheckedIOException if it cannot be noted; then nothing may be handed over
   */
  void note(String recipientId, State state, String messageId, Instant time) {
    ObjectNode event = JSON.createObjectNode();
    event.put("recipient", recipientId);
    event.put("state", state.label());
    event.put("message_id", messageId);
    event.put("time", time.toString());
    try {
      directory.append(file, JSON.writeValueAsString(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    states.put(recipientId, state);
  }
}
