package org.almagest.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almagest.fault.AlmagestException;
import org.almagest.stats.CalendarPeriod;

/**
 * The editions of a profile, and which papers they told of. An edition counts from when it is
 * written, sent or not. It is made anew each time until the first message with it has been handed
 * over; from then on it stays as it is, so that all readers get the same.
 */
public final class EditionLedger implements AutoCloseable {
  private static final String ENDING = ".json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DigestDirectory directory;
  private final String profile;

  private EditionLedger(DigestDirectory directory, String profile) {
    this.directory = directory;
    this.profile = profile;
  }

  /**
   * Opens the ledger of a profile, which lies beside the editions.
   *
   * @param out directory of the editions
   * @throws AlmagestException (usage) if it cannot be written to, (conflict) if another process
   *     works for that profile
   */
  public static EditionLedger open(Path out, String profile) {
    return new EditionLedger(DigestDirectory.open(out, profile), profile);
  }

  /** Ids of the papers of all editions before one. */
  public Set<String> toldBefore(EditionKey key) {
    Set<String> told = new HashSet<>();
    try {
      for (String file : directory.ledgerFiles(ENDING)) {
        WrittenEdition edition = read(file);
        if (edition.key().isBefore(key)) {
          told.addAll(edition.papers());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told;
  }

  /** An edition that must stay as it is, as a message with it may have reached somebody. */
  public Optional<WrittenEdition> fixed(EditionKey key) {
    String file = key.periodName() + ENDING;
    try {
      return sending(key).isEmpty() || directory.readLedger(file).isEmpty()
          ? Optional.empty()
          : Optional.of(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal of an edition's sending. */
  public SendLedger sending(EditionKey key) {
    return SendLedger.of(directory, key);
  }

  /**
   * Writes an edition: first to the ledger, then the files to be read.
   *
   * @param settings who sends it, if anybody does
   * @return the files
   */
  public List<Path> write(WrittenEdition edition, Optional<MailSettings> settings) {
    ObjectNode json = JSON.createObjectNode();
    json.put("profile", profile);
    json.put("period", edition.key().period().label());
    json.put("start", edition.key().start().toString());
    json.put("version", edition.version());
    json.put("subject", edition.subject());
    json.put("text", edition.text());
    json.put("html", edition.html());
    edition.papers().forEach(json.putArray("papers")::add);
    String name = edition.key().fileName();
    try {
      directory.writeLedger(edition.key().periodName() + ENDING, JSON.writeValueAsBytes(json));
      List<Path> files = new ArrayList<>();
      files.add(directory.writeEdition(name + ".html", utf8(edition.html())));
      files.add(directory.writeEdition(name + ".txt", utf8(edition.text())));
      files.add(directory.writeEdition(name + ".eml", new EditionMail(edition, settings).file()));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WrittenEdition read(String file) throws IOException {
    try {
      JsonNode json = JSON.readTree(directory.readLedger(file).orElseThrow());
      List<String> papers = new ArrayList<>();
      json.required("papers").forEach(paper -> papers.add(paper.asText()));
      return new WrittenEdition(
          new EditionKey(
              profile,
              CalendarPeriod.labelled(json.required("period").asText()).orElseThrow(),
              LocalDate.parse(json.required("start").asText())),
          json.required("subject").asText(),
          json.required("html").asText(),
          json.required("text").asText(),
          papers,
          json.required("version").asLong());
    } catch (RuntimeException | com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AlmagestException(
          org.almagest.fault.ExitCode.USAGE,
          "The ledger of the profile "
              + profile
              + " has a file that cannot be read, "
              + file
              + "; restore it, or move it away if its papers may come again.",
          e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
