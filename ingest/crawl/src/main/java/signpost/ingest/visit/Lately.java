package signpost.ingest.visit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came last, and of that so much only that memory stays bounded. Not thread-safe. */
final class Lately<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
