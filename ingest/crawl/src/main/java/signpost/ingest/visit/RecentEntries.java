package signpost.ingest.visit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that keeps only its newest entries, so that its memory stays bounded. It is not
 * thread-safe.
 */
final class RecentEntries<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
