package signpost.web.browser;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as its scripts left it, without what made it: pure. */
final class RenderedHtml {
  private RenderedHtml() {}

  /** Without scripts and what is said to whoever has none; shadow roots where they are shown. */
  static String of(String outerHtml) {
    Document page = Jsoup.parse(outerHtml);
    for (Element root : page.select("template[shadowrootmode]")) {
      root.unwrap();
    }
    page.select("script, noscript").remove();
    page.outputSettings().prettyPrint(false);
    return page.outerHtml();
  }
}
