package signpost.bench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A guide of all pages and all links of the bench. */
final class LatencyCatalogue {
  private LatencyCatalogue() {}

  static void write(Path folder, VisitedWeb web, int pages, int links) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
            """
            guide: {id: bench, title: The bench's guide, owners: [bench]}
            owners: {bench: {name: Bench, email: owner@bench.test, zone: UTC}}
            sections:
              - title: Everything
                resources:
            """);
    for (int page = 0; page < pages; page++) {
      add(yaml, "Page " + page, web.page(page));
    }
    for (int link = 0; link < links; link++) {
      add(yaml, title(link), web.link(link));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("bench.yaml"), yaml);
  }

  static String title(int link) {
    return "Link " + link + " of the bench";
  }

  private static void add(StringBuilder yaml, String text, String url) {
    yaml.append("      - {text: ").append(text).append(", url: \"").append(url);
    yaml.append("\", status: active}\n");
  }
}
