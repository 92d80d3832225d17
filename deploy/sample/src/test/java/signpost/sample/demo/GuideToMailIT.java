package signpost.sample.demo;

import java.util.Map;
import signpost.local.Module;

/** From a guide to its owner's mails, on SQLite. */
class GuideToMailIT extends GuideToMailContract {
  @Override
  Map<String, Object> database(Module module) {
    return Map.of();
  }
}
