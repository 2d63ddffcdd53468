package org.almagest.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of one JSON object that a reader wants; the others are passed over, not built. */
final class JsonFields {
  private final Map<String, JsonNode> values = new HashMap<>();

  /** Reads a value itself, instead of having it built. */
  interface ValueReader {
    /** The parser stands on the value's first token and must be left on its last. */
    void read(JsonParser json) throws IOException, RecordFault;
  }

  /** Reads the object the parser stands on. Of a name that comes twice, the last value counts. */
  static JsonFields read(JsonParser json, Set<String> wanted) throws IOException, RecordFault {
    return read(json, wanted, Map.of());
  }

  /** As above, with fields that have a reader of their own. */
  static JsonFields read(JsonParser json, Set<String> wanted, Map<String, ValueReader> readers)
      throws IOException, RecordFault {
    JsonFields fields = new JsonFields();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      ValueReader reader = readers.get(name);
      if (reader != null) {
        reader.read(json);
      } else if (wanted.contains(name)) {
        fields.values.put(name, json.readValueAsTree());
      } else {
        json.skipChildren();
      }
    }
    return fields;
  }

  /** The field's value; a missing node where there is none. */
  JsonNode node(String name) {
    JsonNode value = values.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  /** The field's text; see {@link #text(JsonNode)}. */
  String text(String name) throws RecordFault {
    return text(node(name));
  }

  /** A string or number as text without NUL; empty for null, absent, or anything else. */
  static String text(JsonNode value) throws RecordFault {
    if (value.isTextual()) {
      return Utf8.checked(value.textValue());
    }
    return value.isNumber() ? value.asText() : "";
  }

  /** The texts of an array that are not blank, in one line each; empty for anything else. */
  static List<String> texts(JsonNode array) throws RecordFault {
    List<String> texts = new ArrayList<>();
    if (array.isArray()) {
      for (JsonNode element : array) {
        String text = Utf8.oneLine(text(element));
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}
