package io.webrtc4j.interop.matrix;

import org.junit.jupiter.api.Tag;

/** Many connections in each cell; {@code ./check-many} runs this one. */
@Tag("interop-many")
class LongMatrixTest extends Matrix {
  LongMatrixTest() {
    super(Integer.getInteger("interop.connections", 50));
  }
}
