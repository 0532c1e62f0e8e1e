package io.webrtc4j.interop.matrix;

import org.junit.jupiter.api.Tag;

/** Some connections in each cell, as part of the ordinary run. */
@Tag("interop")
class MatrixTest extends Matrix {
  MatrixTest() {
    super(5);
  }
}
