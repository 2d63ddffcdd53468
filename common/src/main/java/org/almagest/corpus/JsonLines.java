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
              // Parsers of strings only: of byte ranges, Jackson 2.20 reads past the end with this
              // off.
              // The words of an OpenAlex abstract are field names: a table of them only costs.
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
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
    String line = Utf8.decode(lines.bytes(), lines.start(), lines.end());
    try (JsonParser json = parser(line)) {
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
