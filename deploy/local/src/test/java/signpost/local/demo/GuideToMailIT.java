package signpost.local.demo;

import java.util.Map;
import signpost.local.machine.Module;

/** From a guide to its owner's mails, on SQLite. */
class GuideToMailIT extends GuideToMailContract {
  @Override
  Map<String, Object> database(Module module) {
    return Map.of();
  }
}
