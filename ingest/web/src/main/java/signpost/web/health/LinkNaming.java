package signpost.web.health;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/** Whether a page still names what the link to it meant. Pure. */
final class LinkNaming {
  private static final double ENOUGH = 0.6;
  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_LABEL = 5;

  /** Words that name nothing in particular. */
  private static final Set<String> GENERIC =
      Set.of(
          "about",
          "all",
          "and",
          "are",
          "click",
          "com",
          "contact",
          "document",
          "download",
          "find",
          "for",
          "free",
          "from",
          "full",
          "guidance",
          "guide",
          "help",
          "here",
          "home",
          "homepage",
          "how",
          "http",
          "https",
          "information",
          "link",
          "main",
          "more",
          "new",
          "news",
          "next",
          "online",
          "org",
          "our",
          "out",
          "page",
          "pages",
          "pdf",
          "pub",
          "publication",
          "read",
          "resource",
          "resources",
          "see",
          "service",
          "services",
          "site",
          "support",
          "the",
          "their",
          "this",
          "training",
          "video",
          "view",
          "visit",
          "web",
          "website",
          "welcome",
          "what",
          "with",
          "www",
          "you",
          "your");

  private LinkNaming() {}

  /** Whether none of the names known is on the page. False where none says anything. */
  static boolean isLost(ReadablePage page, WebUrl link, Expectation expected) {
    Set<String> there = new HashSet<>(words(page.title() + " " + page.text()));
    List<List<String>> names =
        Stream.concat(
                expected.names().stream(),
                expected.identity().stream().flatMap(it -> it.titles().stream()))
            .map(LinkNaming::telling)
            .filter(it -> !it.isEmpty())
            .toList();
    return !names.isEmpty()
        && names.stream().noneMatch(name -> isNamed(name, there))
        && !labelIsThere(page, link);
  }

  private static boolean isNamed(List<String> name, Set<String> there) {
    return name.stream().filter(there::contains).count() >= ENOUGH * name.size();
  }

  /** "annafreud" of annafreud.org stands in "Anna Freud". */
  private static boolean labelIsThere(ReadablePage page, WebUrl link) {
    String site = RegistrableDomains.of(link);
    int dot = site.indexOf('.');
    String label = (dot < 0 ? site : site.substring(0, dot)).replace("-", "");
    String letters = String.join("", words(page.title() + " " + page.text()));
    return label.length() >= SHORTEST_LABEL && letters.contains(label);
  }

  private static List<String> telling(String name) {
    return words(name).stream()
        .filter(word -> word.length() >= SHORTEST_WORD && !GENERIC.contains(word))
        .distinct()
        .toList();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
