package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySplitTest {
  @Test
  void theDefaultLimitGivesAHeapOf307MebibytesAndADataLimitOf704() {
    MemorySplit split = MemorySplit.of(Limits.DEFAULT);
    assertThat(split.heap() / MemorySplit.MIB).isEqualTo(307);
    assertThat(split.metaspace() / MemorySplit.MIB).isEqualTo(128);
    assertThat(split.direct() / MemorySplit.MIB).isEqualTo(64);
    assertThat(split.code() / MemorySplit.MIB).isEqualTo(64);
    assertThat(split.data() / MemorySplit.MIB).isEqualTo(704);
  }

  @ParameterizedTest
  @ValueSource(longs = {64, 100, 1024, 16 * 1024})
  void theKernelsLimitLeavesRoomForEverythingThatTheJvmMayUse(long mebibytes) {
    MemorySplit split =
        MemorySplit.of(new Limits(mebibytes * MemorySplit.MIB, 1.0, 32, MemorySplit.MIB));
    assertThat(split.heap() + split.direct() + split.code()).isLessThan(split.data());
    assertThat(split.heap()).isPositive();
  }
}
