package signpost.search.intake;

import io.micronaut.context.annotation.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.PageIndex;

/**
 * Reads the index through after each start, behind everybody's back: what was damaged while nobody
 * ran may look whole to those who ask and still say something else.
 */
@Context
final class IndexCheck {
  private static final Logger log = LoggerFactory.getLogger(IndexCheck.class);

  private final PageIndex index;

  IndexCheck(PageIndex index) {
    this.index = index;
    Thread.ofPlatform().name("index-check").daemon(true).start(this::check);
  }

  private void check() {
    try {
      index.check();
    } catch (IOException e) {
      log.warn("The index could not be read through: {}", e.toString());
    }
  }
}
