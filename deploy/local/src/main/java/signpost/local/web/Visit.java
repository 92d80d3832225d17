package signpost.local.web;

import java.time.Instant;

/** One request at an instant of the demo's clock, with the noise of that visit. */
record Visit(Asked asked, Instant at, Noise noise, int port) {
  String path() {
    return asked.path();
  }
}
