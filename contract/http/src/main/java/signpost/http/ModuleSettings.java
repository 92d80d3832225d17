package signpost.http;

/** Says where a module's settings stand: what all three share, then its own. */
public final class ModuleSettings {
  private ModuleSettings() {}

  /**
   * The folders of the class path in which a module's application.yml stand.
   *
   * @param module its name, as {@code search}
   */
  public static String[] of(String module) {
    return new String[] {"classpath:signpost/http/", "classpath:signpost/" + module + "/"};
  }
}
