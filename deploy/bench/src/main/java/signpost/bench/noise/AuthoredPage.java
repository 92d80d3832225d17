package signpost.bench.noise;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import signpost.url.WebUrl;

/** A page as its author left it. */
public record AuthoredPage(String name, WebUrl url, String html) {

  /** A copy of its own, to be changed. */
  public Document copy() {
    Document copy = Jsoup.parse(html);
    copy.outputSettings().prettyPrint(false);
    return copy;
  }

  /** A page's address without a path: readers expect it to change all the time. */
  boolean siteRoot() {
    return url.path().equals("/");
  }
}
