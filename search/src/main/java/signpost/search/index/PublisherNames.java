package signpost.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import signpost.url.WebUrl;

/** Who publishes at a host, as people call them; a host nobody named goes by its own name. */
public final class PublisherNames {
  private static final PublisherNames KNOWN = load();

  private final Map<String, String> names;

  private PublisherNames(Map<String, String> names) {
    this.names = names;
  }

  /** The publishers in the file that comes with the module. */
  public static PublisherNames known() {
    return KNOWN;
  }

  static PublisherNames read(List<String> lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String host = line.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
      String name = line.substring(equals + 1).strip();
      if (host.isEmpty() || name.isEmpty() || names.put(host, name) != null) {
        throw new IllegalArgumentException("publishers.txt: not \"host = name\", once: " + line);
      }
    }
    return new PublisherNames(Map.copyOf(names));
  }

  /** The name of the longest known host that this one is, or lies below. */
  public String of(String host) {
    for (String at = host; ; at = at.substring(at.indexOf('.') + 1)) {
      String name = names.get(at);
      if (name != null) {
        return name;
      }
      if (at.indexOf('.') < 0) {
        return WebUrl.bare(host);
      }
    }
  }

  /** Differs when the names do: what was indexed under the old ones is then built anew. */
  String version() {
    return Integer.toHexString(names.hashCode());
  }

  private static PublisherNames load() {
    try (InputStream file =
        PublisherNames.class.getResourceAsStream("/signpost/search/publishers.txt")) {
      if (file == null) {
        throw new IllegalStateException("publishers.txt is missing from the jar");
      }
      return read(new BufferedReader(new InputStreamReader(file, UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
