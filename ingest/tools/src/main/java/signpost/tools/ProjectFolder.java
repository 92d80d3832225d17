package signpost.tools;

import java.nio.file.Path;

/** Where Signpost itself stands. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /** The project's top when the launcher started us, else the folder we are in. */
  public static Path top() {
    return Path.of(System.getProperty("signpost.top", ".")).toAbsolutePath().normalize();
  }
}
