package signpost.notifier.owner;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Owner;

/**
 * The owners the catalogue folder names. A file with an error counts as it stood before; whom no
 * file names, ops answers for.
 */
public final class Owners {
  /** The owner of what nobody owns. */
  public static final String OPS = "ops";

  private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

  private final Path folder;
  private final Owner ops;
  private final InstantSource wall;
  private Optional<FolderLook> seen = Optional.empty();
  private volatile CatalogueLoad load = CatalogueLoad.NOTHING;

  /** {@code wall} tells which files were written only now and may be written again unseen. */
  public Owners(Path folder, Owner ops, InstantSource wall) {
    this.folder = folder;
    this.ops = ops;
    this.wall = wall;
  }

  /** The owner with this id; ops where the catalogue has none. */
  public Owner of(String id) {
    return load.catalogue().owners().getOrDefault(id, ops);
  }

  /** Whether the catalogue names somebody like this. */
  boolean knows(String id) {
    return load.catalogue().owners().containsKey(id);
  }

  /** Everybody the catalogue names. */
  public Collection<Owner> all() {
    return load.catalogue().owners().values();
  }

  /** Those to whom a part of a guide belongs. */
  public List<Owner> routed() {
    return all().stream().filter(owner -> !owner.scopes().isEmpty()).toList();
  }

  /** Who answers for what nobody owns. */
  public Owner ops() {
    return ops;
  }

  /** What is wrong with the files now. */
  public List<CatalogueProblem> problems() {
    return load.problems();
  }

  /** Reads the folder again if it looks different; returns whether its owners are others. */
  public synchronized boolean refresh() {
    Optional<FolderLook> now = FolderLook.at(folder, wall.instant());
    if (now.filter(FolderLook::settled).isPresent() && now.equals(seen)) {
      return false;
    }
    seen = Optional.empty(); // a reading that fails is made again, though nothing looks different
    boolean others = read();
    seen = isWhole() ? now : Optional.empty();
    return others;
  }

  /** Whether each file could be read; what is unchanged is not parsed anew if not. */
  private boolean isWhole() {
    return load.problems().stream()
        .noneMatch(it -> it.severity() == CatalogueProblem.Severity.ERROR);
  }

  private boolean read() {
    CatalogueLoad before = load;
    CatalogueLoad now = CatalogueReader.readFolder(folder, before);
    load = now;
    now.problems().stream()
        .filter(problem -> !before.problems().contains(problem))
        .forEach(problem -> LOG.warn("{}", problem));
    return !now.catalogue().owners().equals(before.catalogue().owners());
  }
}
