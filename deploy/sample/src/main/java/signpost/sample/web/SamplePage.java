package signpost.sample.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page of the sample web says, before any look or noise.
 *
 * @param facts the lines {@code name: value} above its text, in order
 * @param text in the small markup of {@link SampleMarkup}
 */
record SamplePage(String path, Map<String, String> facts, String text) {
  SamplePage {
    facts = Map.copyOf(facts);
  }

  String title() {
    return fact("title").orElse(path);
  }

  Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  boolean isPdf() {
    return path.endsWith(".pdf");
  }

  SamplePage with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(name, value);
    return new SamplePage(path, more, text);
  }

  SamplePage saying(String old, String now) {
    return new SamplePage(path, facts, text.replace(old, now));
  }

  SamplePage more(String words) {
    return new SamplePage(path, facts, text + "\n\n" + words);
  }

  SamplePage at(String address) {
    return new SamplePage(address, facts, text);
  }

  /** The page at the same address about something else. */
  SamplePage about(String title, String lead, String text) {
    return new SamplePage(path, with("title", title).with("lead", lead).facts(), text);
  }

  /** Pages from a file where each begins with a line {@code === /path}. */
  static List<SamplePage> parse(String file) {
    List<SamplePage> pages = new ArrayList<>();
    for (String part : ("\n" + file).split("\n=== ", -1)) {
      if (part.startsWith("/")) {
        pages.add(one(part));
      }
    }
    return List.copyOf(pages);
  }

  private static SamplePage one(String part) {
    String[] halves = part.split("\n\n", 2);
    String[] lines = halves[0].split("\n", -1);
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] fact = lines[i].split(": ", 2);
      facts.put(fact[0], fact[1]);
    }
    return new SamplePage(lines[0].strip(), facts, halves.length == 2 ? halves[1].strip() : "");
  }
}
