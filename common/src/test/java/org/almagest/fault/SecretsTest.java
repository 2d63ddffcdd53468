package org.almagest.fault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @Test
  void refusesAPasswordWithoutSayingIt() {
    assertThatThrownBy(() -> Secrets.requireNone("input", "s3a://ann:hunter2@bucket/papers/*.gz"))
        .isInstanceOf(AlmagestException.class)
        .hasMessageContaining("The input s3a://…@bucket/papers/*.gz has a password")
        .hasMessageNotContainingAny("ann", "hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/papers/a:b@c",
        "papers:x@y",
        "hdfs://host:8020/a:b@c",
        "abfs://container@account.dfs.core.windows.net/x",
        "file:///a:b@c"
      })
  void acceptsWhatIsNone(String location) {
    assertThatCode(() -> Secrets.requireNone("input", location)).doesNotThrowAnyException();
  }
}
