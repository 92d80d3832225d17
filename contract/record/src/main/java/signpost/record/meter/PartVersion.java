package signpost.record.meter;

import java.util.Optional;

/** The version of what runs. */
public final class PartVersion {
  /** As the package says that it was made of; where none was made, the version to come. */
  public static final String TEXT =
      Optional.ofNullable(PartVersion.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");

  private PartVersion() {}
}
