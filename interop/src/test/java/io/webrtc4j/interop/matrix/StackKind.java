package io.webrtc4j.interop.matrix;

import io.webrtc4j.testkit.browser.BrowserKind;

/** The stacks that the tests know. */
enum StackKind {
  CHROMIUM("Chromium") {
    @Override
    Stack start() {
      return new BrowserStack(BrowserKind.CHROMIUM);
    }
  },

  FIREFOX("Firefox") {
    @Override
    Stack start() {
      return new BrowserStack(BrowserKind.FIREFOX);
    }
  },

  AIORTC("aiortc") {
    @Override
    Stack start() {
      return new ProgramStack("aiortc", AiortcProgram.command());
    }
  },

  PION("Pion") {
    @Override
    Stack start() {
      return new ProgramStack("Pion", PionProgram.command());
    }
  };

  private final String displayName;

  StackKind(String displayName) {
    this.displayName = displayName;
  }

  /** Starts what there is to start. */
  abstract Stack start();

  @Override
  public String toString() {
    return displayName;
  }
}
