package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ByteSearchTest {
  /** Few letters, so that partial and overlapping matches are common. */
  @Property
  void findsWhatStringContainsFinds(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String text,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String in) {
    assertThat(new ByteSearch(text).isIn(in.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(in.contains(text));
  }

  @Property
  void findsTheTextInTheMidstOfAnyBytes(
      @ForAll @Size(max = 300) byte[] before, @ForAll @Size(max = 300) byte[] after) {
    byte[] text = "Ldev/airlock/Airlock;".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[before.length + text.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(text, 0, all, before.length, text.length);
    System.arraycopy(after, 0, all, before.length + text.length, after.length);
    assertThat(new ByteSearch("Ldev/airlock/Airlock;").isIn(all)).isTrue();
  }
}
