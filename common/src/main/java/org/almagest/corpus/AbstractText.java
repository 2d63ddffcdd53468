package org.almagest.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts an abstract together again from OpenAlex's inverted index, a map from each word to the
 * positions it stands at. Words are ordered by position, gaps are closed, and words at the same
 * position keep the index's order. O(n log n) in the number of positions n.
 */
final class AbstractText {
  /** No abstract is longer; a word of a megabyte at a million positions must not fill the heap. */
  static final int MAX_CHARS = 1 << 20;

  private final List<String> words = new ArrayList<>();
  private long[] places = new long[256]; // position in the upper half, order read in the lower
  private int[] wordAt = new int[256];
  private int count;
  private long chars;

  /**
   * Reads the value the parser stands on: the map, or a string that holds it as JSON, or null. A
   * string that was cut off gives the words before the cut.
   */
  void read(JsonParser json) throws IOException, RecordFault {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readMap(json);
    } else if (json.currentToken() == JsonToken.VALUE_STRING) {
      readString(json.getText());
    } else {
      json.skipChildren();
    }
  }

  /** The abstract; empty where nothing was read. */
  String text() throws RecordFault {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(places[a], places[b]));
    StringBuilder text = new StringBuilder((int) chars);
    for (int i : order) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(words.get(wordAt[i]));
    }
    return Utf8.checked(text.toString());
  }

  private void readString(String text) throws IOException, RecordFault {
    try (JsonParser inner = JsonLines.parser(text)) {
      if (inner.nextToken() == JsonToken.START_OBJECT) {
        readMap(inner);
      }
    } catch (JsonEOFException e) {
      // Cut off by a length limit upstream: what came before the cut is good.
    }
  }

  private void readMap(JsonParser json) throws IOException, RecordFault {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      words.add(json.currentName());
      if (json.nextToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        continue;
      }
      JsonToken token = json.nextToken();
      while (token != JsonToken.END_ARRAY) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
          throw invalidPosition();
        }
        add(json.getLongValue());
        token = json.nextToken();
      }
    }
  }

  private void add(long position) throws RecordFault {
    if (position < 0 || position > Integer.MAX_VALUE) {
      throw invalidPosition();
    }
    chars += words.get(words.size() - 1).length() + 1L;
    if (chars > MAX_CHARS) {
      throw new RecordFault(
          RejectReason.RECORD_TOO_LONG,
          "The abstract made of the inverted index has more than " + MAX_CHARS + " characters.");
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
      wordAt = Arrays.copyOf(wordAt, 2 * count);
    }
    places[count] = (position << 32) | count;
    wordAt[count++] = words.size() - 1;
  }

  private static RecordFault invalidPosition() {
    return new RecordFault(
        RejectReason.INVALID_VALUE, "A position in the inverted index is no position.");
  }
}
