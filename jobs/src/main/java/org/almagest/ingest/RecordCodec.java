package org.almagest.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.almagest.ingest.RecordAuthor.RecordAffiliation;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.WritableUtils;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Records as bytes, in which they travel between tasks: the bits of the fields that are there, then
 * their values in order. Numbers and lengths have as many bytes as they need.
 */
final class RecordCodec {
  private static final int ABSENT = -1;

  private RecordCodec() {}

  static byte[] encode(IngestRecord record) {
    try (DataOutputBuffer out = new DataOutputBuffer(1024)) {
      long present = 0;
      long bit = 1;
      for (RecordField field : RecordField.all()) {
        present |= record.has(field) ? bit : 0;
        bit <<= 1;
      }
      WritableUtils.writeVLong(out, present);
      for (RecordField field : RecordField.all()) {
        if (record.has(field)) {
          write(field.kind(), record.get(field), out);
        }
      }
      return Arrays.copyOf(out.getData(), out.getLength());
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  static IngestRecord decode(byte[] bytes) {
    try (DataInputBuffer in = new DataInputBuffer()) {
      in.reset(bytes, bytes.length);
      long present = WritableUtils.readVLong(in);
      IngestRecord record = new IngestRecord();
      for (RecordField field : RecordField.all()) {
        if ((present & 1) != 0) {
          record.with(field, read(field.kind(), in));
        }
        present >>>= 1;
      }
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  private static void write(RecordField.Kind kind, Object value, DataOutputBuffer out)
      throws IOException {
    switch (kind) {
      case TEXT -> writeText((UTF8String) value, out);
      case INT, DAY -> WritableUtils.writeVInt(out, (Integer) value);
      case LONG -> WritableUtils.writeVLong(out, (Long) value);
      case BYTES -> writeBytes((byte[]) value, out);
      case TEXTS -> {
        UTF8String[] texts = (UTF8String[]) value;
        WritableUtils.writeVInt(out, texts.length);
        for (UTF8String text : texts) {
          writeText(text, out);
        }
      }
      case AUTHORS -> {
        RecordAuthor[] authors = (RecordAuthor[]) value;
        WritableUtils.writeVInt(out, authors.length);
        for (RecordAuthor author : authors) {
          writeAuthor(author, out);
        }
      }
    }
  }

  private static Object read(RecordField.Kind kind, DataInputBuffer in) throws IOException {
    return switch (kind) {
      case TEXT -> readText(in);
      case INT, DAY -> WritableUtils.readVInt(in);
      case LONG -> WritableUtils.readVLong(in);
      case BYTES -> readBytes(WritableUtils.readVInt(in), in);
      case TEXTS -> {
        UTF8String[] texts = new UTF8String[WritableUtils.readVInt(in)];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = readText(in);
        }
        yield texts;
      }
      case AUTHORS -> {
        RecordAuthor[] authors = new RecordAuthor[WritableUtils.readVInt(in)];
        for (int i = 0; i < authors.length; i++) {
          authors[i] = readAuthor(in);
        }
        yield authors;
      }
    };
  }

  private static void writeAuthor(RecordAuthor author, DataOutputBuffer out) throws IOException {
    writeText(author.id(), out);
    writeText(author.rawName(), out);
    writeText(author.affiliation(), out);
    WritableUtils.writeVInt(out, author.affiliations().size());
    for (RecordAffiliation each : author.affiliations()) {
      writeText(each.institutionId(), out);
      writeText(each.institutionName(), out);
      writeText(each.countryCode(), out);
    }
  }

  private static RecordAuthor readAuthor(DataInputBuffer in) throws IOException {
    UTF8String id = readText(in);
    UTF8String rawName = readText(in);
    UTF8String affiliation = readText(in);
    int count = WritableUtils.readVInt(in);
    List<RecordAffiliation> affiliations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      affiliations.add(new RecordAffiliation(readText(in), readText(in), readText(in)));
    }
    return new RecordAuthor(id, rawName, affiliation, affiliations);
  }

  private static void writeText(UTF8String text, DataOutputBuffer out) throws IOException {
    if (text == null) {
      WritableUtils.writeVInt(out, ABSENT);
    } else {
      writeBytes(text.getBytes(), out);
    }
  }

  private static void writeBytes(byte[] bytes, DataOutputBuffer out) throws IOException {
    WritableUtils.writeVInt(out, bytes.length);
    out.write(bytes);
  }

  private static UTF8String readText(DataInputBuffer in) throws IOException {
    int length = WritableUtils.readVInt(in);
    return length == ABSENT ? null : UTF8String.fromBytes(readBytes(length, in));
  }

  private static byte[] readBytes(int length, DataInputBuffer in) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
