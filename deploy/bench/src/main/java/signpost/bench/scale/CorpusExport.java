package signpost.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import signpost.events.PageEvent.PageRead;

/** The made-up pages as JSON, one a line, and the questions: for another engine to be asked. */
final class CorpusExport {
  static final String PAGES = "pages.jsonl";
  static final String QUESTIONS = "questions.txt";
  private static final ObjectMapper JSON = new ObjectMapper();

  private CorpusExport() {}

  static void write(Path folder, MadePages pages, List<String> questions) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(QUESTIONS), questions);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(PAGES))) {
      for (int number = 0; number < pages.documents(); number++) {
        out.write(JSON.writeValueAsString(fields(pages.page(number))));
        out.newLine();
      }
    }
  }

  private static Map<String, Object> fields(PageRead page) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", page.page().value());
    fields.put("title", page.title());
    fields.put("lead", page.lead());
    fields.put("headings", page.headings());
    fields.put("text", page.text());
    fields.put("host", page.page().host());
    fields.put("language", page.language().orElse(""));
    fields.put("media", page.media());
    fields.put("source", page.source().orElse(""));
    return fields;
  }
}
