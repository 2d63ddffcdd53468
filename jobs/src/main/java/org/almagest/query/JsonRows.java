package org.almagest.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as a JSON array of objects, one object a line. */
public final class JsonRows implements RowWriter {
  private final Writer out;
  private List<Column> columns = List.of();
  private long written;

  public JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    this.columns = columns;
    out.write('[');
  }

  @Override
  public void row(Object[] values) throws IOException {
    out.write(written++ == 0 ? "\n" : ",\n");
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.writeStartObject();
    for (int i = 0; i < values.length; i++) {
      json.writeFieldName(columns.get(i).name());
      JsonValues.write(values[i], json);
    }
    json.writeEndObject();
    json.close();
  }

  @Override
  public void end() throws IOException {
    out.write(written == 0 ? "]\n" : "\n]\n");
  }
}
