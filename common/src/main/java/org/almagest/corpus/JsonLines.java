package org.almagest.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** JSON lines: one object a line. Blank lines are passed over; a bad line costs only itself. */
final class JsonLines {
  /** Makes a paper of one line's object. */
  interface RecordParser {
    /** The parser stands on the object's first brace and must be left on its last one. */
    PaperRecord paper(JsonParser json) throws IOException, RecordFault;
  }

  /** Lines are bounded by the line reader, so a long string in one of them is no danger. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              // The words of an abstract are field names: no attack, if they collide.
              .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(Integer.MAX_VALUE)
                      .maxNameLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private final LineReader lines;

  JsonLines(InputStream in, ReadOptions options) {
    lines = new LineReader(in, options.maxRecordBytes());
  }

  /** Reads the next line that is not blank. */
  Optional<ReadResult> next(RecordParser parser) throws IOException {
    do {
      if (!lines.next()) {
        return Optional.empty();
      }
    } while (!lines.isTooLong() && lines.isBlank());
    try {
      return Optional.of(new ReadResult.Accepted(paper(parser), lines.number()));
    } catch (RecordFault e) {
      return Optional.of(e.at(lines.number(), lines.head()));
    }
  }

  private PaperRecord paper(RecordParser parser) throws IOException, RecordFault {
    if (lines.isTooLong()) {
      throw new RecordFault(
          RejectReason.RECORD_TOO_LONG, "The line is longer than the longest record allowed.");
    }
    Utf8.check(lines.bytes(), lines.start(), lines.end());
    int length = lines.end() - lines.start();
    try (JsonParser json = parser(lines.bytes(), lines.start(), length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new RecordFault(RejectReason.MALFORMED_RECORD, "The line is not a JSON object.");
      }
      PaperRecord paper = parser.paper(json);
      if (json.nextToken() != null) {
        throw new RecordFault(
            RejectReason.MALFORMED_RECORD, "Something stands behind the line's JSON object.");
      }
      return paper;
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
    return MAPPER.createParser(bytes, from, length);
  }

  static JsonParser parser(String text) throws IOException {
    return MAPPER.createParser(text);
  }

  /** Jackson's own message would quote the record. */
  private static RecordFault malformed(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at column " + e.getLocation().getColumnNr() + " of its line";
    return new RecordFault(RejectReason.MALFORMED_RECORD, "The JSON is broken" + where + ".");
  }
}
