package org.almagest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void textCanNeitherOpenATagNorLeaveAnAttribute() {
    assertThat(Markup.escaped("<b a=\"1\" c='2'>&amp;"))
        .isEqualTo("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
  }

  @Test
  void linesAndCharactersBeyondTheFirstPlaneStay() {
    assertThat(Markup.escaped("a\tb\nc\rd é \uD835\uDD38")).isEqualTo("a\tb\nc\rd é \uD835\uDD38");
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    assertThat(Markup.escaped("a\u0000b\u001Bc\uD835d\uFFFEe")).isEqualTo("a�b�c�d�e");
  }
}
