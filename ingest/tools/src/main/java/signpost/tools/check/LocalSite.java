package signpost.tools.check;

import java.nio.file.Path;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.extract.PageBase;

/**
 * Resolves what stands in local files as the site they are to be part of would. Files have stand-in
 * addresses meanwhile: of the site, if it is known which folder its root is, and of their machine
 * otherwise.
 */
final class LocalSite {
  private static final String SITE = "site.invalid";
  private static final String MACHINE = "machine.invalid";
  private static final WebUrl ROOT = WebUrl.of("https://" + SITE + "/");

  private final Optional<String> root;

  private final Optional<WebUrl> published;

  /** {@code published}: where the files of the root are to be read, if it is known. */
  LocalSite(Optional<Path> root, Optional<WebUrl> published) {
    this.published = published;
    this.root =
        root.map(it -> WebUrl.of(it.toAbsolutePath().normalize().toUri().toString()).path())
            .map(it -> it.endsWith("/") ? it.substring(0, it.length() - 1) : it);
  }

  /** What a file's links are relative to: a stand-in address, or one of the web. */
  WebUrl base(WebUrl file, Optional<String> stated) {
    Optional<WebUrl> there =
        published.flatMap(it -> path(file).flatMap(path -> it.resolve("." + path)));
    return there.isPresent()
        ? PageBase.of(stated, there.get())
        : PageBase.of(stated, stated.filter(LocalSite::rooted).isPresent() ? ROOT : own(file));
  }

  /** A file's stand-in address. */
  WebUrl own(WebUrl file) {
    return WebUrl.of(
        path(file).map(it -> "https://" + SITE + it).orElse("https://" + MACHINE + file.path()));
  }

  /** Where a file is on its site, beginning with a slash. */
  private Optional<String> path(WebUrl file) {
    return root.filter(it -> file.path().startsWith(it + "/"))
        .map(it -> file.path().substring(it.length()));
  }

  static Optional<WebUrl> resolve(WebUrl base, String href) {
    return (base.host().equals(MACHINE) && rooted(href) ? ROOT : base).resolve(href);
  }

  /** Whether it begins at the root of a site of which nobody said where that is. */
  boolean unknown(WebUrl url) {
    return url.host().equals(SITE) && root.isEmpty();
  }

  /** The file that a stand-in address stands for; any other address as it is. */
  WebUrl file(WebUrl url) {
    if (!url.host().equals(SITE) && !url.host().equals(MACHINE)) {
      return url;
    }
    String folder = url.host().equals(SITE) ? root.orElse("") : "";
    return WebUrl.of(
        "file://"
            + folder
            + url.target()
            + url.fragment().map(fragment -> "#" + fragment).orElse(""));
  }

  /** As it is told: a file by its own name, if that is known. */
  WebUrl told(WebUrl url) {
    return unknown(url) ? url : file(url);
  }

  /** Whether it begins with one slash, of either kind, as browsers have it. */
  private static boolean rooted(String href) {
    return href.matches("[/\\\\](?![/\\\\])[\\s\\S]*");
  }
}
