package signpost.bench.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import signpost.sample.noise.NoisyVisit;
import signpost.url.WebUrl;

/** Makes pages of every template, and takes saved ones in. */
public final class PageMaker {
  /** Every so many pages one is Welsh. */
  private static final int WELSH = 4;

  private PageMaker() {}

  /** So many pages, one template after the other; the same seed gives the same. */
  public static List<AuthoredPage> made(int count, long seed) {
    List<AuthoredPage> pages = new ArrayList<>();
    SiteTemplate[] templates = SiteTemplate.values();
    for (int i = 0; i < count; i++) {
      SiteTemplate template = templates[i % templates.length];
      boolean welsh = (i / templates.length + i) % WELSH == WELSH - 1;
      PageDraft draft =
          PageDraft.of(
              welsh ? PageLanguage.WELSH : PageLanguage.ENGLISH,
              new Random(NoisyVisit.mixed(seed, "page", i)));
      pages.add(
          new AuthoredPage(
              "%02d-%s-%s"
                  .formatted(i, template.name().toLowerCase(Locale.UK), draft.tongue().code()),
              WebUrl.of(template.address(draft, i)),
              template.around(draft, i)));
    }
    return pages;
  }

  /** Saved pages: each folder's {@code source.html}. */
  static List<AuthoredPage> saved(Path folder) throws IOException {
    List<AuthoredPage> pages = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path page :
          folders.filter(it -> Files.exists(it.resolve("source.html"))).sorted().toList()) {
        String name = page.getFileName().toString();
        pages.add(
            new AuthoredPage(
                name,
                WebUrl.of("https://saved.example/" + name + ".html"),
                Files.readString(page.resolve("source.html"))));
      }
    }
    return pages;
  }
}
