package org.almagest.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExpansionLimitTest {
  private static ExpansionLimit limit(int stored, long unpacked, long maxBytes) throws IOException {
    SourceStream source = new SourceStream(new ByteArrayInputStream(new byte[stored + 10]));
    assertThat(source.readNBytes(10)).hasSize(10); // Read before, so not counted.
    ExpansionLimit limit =
        new ExpansionLimit("f", source, new RepeatedByte(' ', unpacked), maxBytes);
    assertThat(source.readNBytes(stored)).hasSize(stored);
    return limit;
  }

  @Test
  void aMegabyteIsFree() throws IOException {
    ExpansionLimit limit = limit(1, 1 << 20, Long.MAX_VALUE);
    limit.drain();
    assertThat(limit.isExceeded()).isFalse();
  }

  @Test
  void thenAHundredTimesTheStoredBytes() throws IOException {
    limit(20_000, 2_000_000, Long.MAX_VALUE).drain();
    ExpansionLimit limit = limit(20_000, 2_000_100, Long.MAX_VALUE);
    assertThatThrownBy(limit::drain)
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            "f unpacks to more than 100 times its size; leave it out, or unpack it first and look"
                + " at it");
    assertThat(limit.isExceeded()).isTrue();
  }

  @Test
  void neverMoreThanTheLargestSize() throws IOException {
    limit(100, 1000, 1000).drain();
    assertThatThrownBy(limit(100, 1001, 1000)::drain)
        .hasMessage("f unpacks to more than 1,000 bytes; split it, or unpack it first");
  }

  @Test
  void skippedBytesCount() throws IOException {
    ExpansionLimit limit = limit(100, 5000, 1000);
    assertThat(limit.skip(900)).isEqualTo(900);
    assertThat(limit.read()).isEqualTo(' ');
    assertThatThrownBy(() -> limit.skip(100)).hasMessageContaining("unpacks to more than");
  }
}
