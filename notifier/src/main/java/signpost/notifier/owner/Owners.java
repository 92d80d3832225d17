package signpost.notifier.owner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owners the catalogue folder names. A file that cannot be read keeps its last good copy; whom
 * no file names, ops answers for.
 */
public final class Owners {
  /** The owner of what nobody owns. */
  public static final String OPS = "ops";

  private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

  private final Path folder;
  private final Owner ops;
  private final Map<Path, FileTime> read = new HashMap<>();
  private final Map<Path, Map<String, Owner>> good = new TreeMap<>();
  private volatile Map<String, Owner> byId = Map.of();
  private volatile List<String> problems = List.of();

  public Owners(Path folder, Owner ops) {
    this.folder = folder;
    this.ops = ops;
  }

  /** The owner with this id; ops where the catalogue has none. */
  public Owner of(String id) {
    return byId.getOrDefault(id, ops);
  }

  /** Whether the catalogue names somebody like this. */
  boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** Everybody the catalogue names. */
  public Collection<Owner> all() {
    return byId.values();
  }

  /** Those to whom a part of a guide belongs. */
  public List<Owner> routed() {
    return byId.values().stream().filter(owner -> !owner.scopes().isEmpty()).toList();
  }

  /** Who answers for what nobody owns. */
  public Owner ops() {
    return ops;
  }

  /** What is wrong with the files now, one sentence each. */
  public List<String> problems() {
    return problems;
  }

  /** Reads the files that changed since the last look; returns whether any had. */
  public synchronized boolean refresh() {
    try {
      List<Path> files = files();
      boolean changed = read.keySet().retainAll(files);
      good.keySet().retainAll(files);
      for (Path file : files) {
        changed |= refresh(file);
      }
      if (changed) {
        publish();
      }
      return changed;
    } catch (NoSuchFileException _) {
      // The folder may come later; until then ops answers for everything.
      problems = List.of("The catalogue folder " + folder + " does not exist.");
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue folder " + folder + " cannot be read", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private boolean refresh(Path file) throws IOException {
    FileTime modified;
    try {
      modified = Files.getLastModifiedTime(file);
    } catch (NoSuchFileException _) {
      return false;
    }
    if (modified.equals(read.put(file, modified))) {
      return false;
    }
    try {
      good.put(file, OwnersFile.read(Files.readString(file)));
      LOG.info("Read the owners of {}", file);
      unreadable.remove(file);
    } catch (IOException | UnreadableOwners e) {
      unreadable.put(file, file + ": " + e.getMessage());
      LOG.warn("{}: {} The last good copy stays in use.", file, e.getMessage());
    }
    return true;
  }

  private final Map<Path, String> unreadable = new TreeMap<>();

  private void publish() {
    Map<String, Owner> all = new HashMap<>();
    good.values().forEach(all::putAll);
    byId = Map.copyOf(all);
    unreadable.keySet().retainAll(read.keySet());
    problems = List.copyOf(new ArrayList<>(unreadable.values()));
  }
}
