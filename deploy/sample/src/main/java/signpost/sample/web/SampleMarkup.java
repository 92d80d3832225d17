package signpost.sample.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markup the sample pages are written in: {@code ## heading}, {@code - item}, {@code | cell |
 * cell}, paragraphs, {@code [words](@twin/path)} for links to a twin and {@code [words](mailto:…)}.
 */
final class SampleMarkup {
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

  private static final Pattern HOST = Pattern.compile("^@([a-z-]+)/");

  private final int port;

  SampleMarkup(int port) {
    this.port = port;
  }

  String html(String text) {
    StringBuilder out = new StringBuilder();
    String open = "";
    for (String line : text.split("\n", -1)) {
      String wanted = line.startsWith("- ") ? "ul" : line.startsWith("| ") ? "table" : "";
      if (!wanted.equals(open)) {
        out.append(open.isEmpty() ? "" : "</" + open + ">\n");
        out.append(wanted.isEmpty() ? "" : "<" + wanted + ">\n");
        open = wanted;
      }
      out.append(line(line));
    }
    return out.append(open.isEmpty() ? "" : "</" + open + ">\n").toString();
  }

  private String line(String line) {
    if (line.isBlank()) {
      return "";
    }
    if (line.startsWith("### ")) {
      return "<h3>" + words(line.substring(4)) + "</h3>\n";
    }
    if (line.startsWith("## ")) {
      String words = line.substring(3);
      String id = words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      return "<h2 id=\"" + id + "\">" + words(words) + "</h2>\n";
    }
    if (line.startsWith("- ")) {
      return "<li>" + words(line.substring(2)) + "</li>\n";
    }
    if (line.startsWith("| ")) {
      String cells = words(line.substring(2)).replace(" | ", "</td><td>");
      return "<tr><td>" + cells + "</td></tr>\n";
    }
    return "<p>" + words(line) + "</p>\n";
  }

  private String words(String words) {
    Matcher link = LINK.matcher(escape(words));
    return link.replaceAll(m ->
        Matcher.quoteReplacement("<a href=\"" + url(m.group(2)) + "\">" + m.group(1) + "</a>"));
  }

  /** An address as written in a page file, with this port. */
  String url(String written) {
    return HOST.matcher(written)
        .replaceFirst(m ->
            Matcher.quoteReplacement(
                SampleHost.named(m.group(1) + ".localhost")
                    .map(twin -> twin.origin(port) + "/")
                    .orElse("http://" + m.group(1) + ".localhost:" + port + "/")));
  }

  /** The words alone, without marks: for papers. */
  static String plain(String line) {
    return LINK.matcher(line.replaceFirst("^(##+|-|\\|) ", "")).replaceAll("$1");
  }

  /** The first link of a line as written, or nothing. */
  static java.util.Optional<String> firstLink(String line) {
    Matcher link = LINK.matcher(line);
    return link.find() ? java.util.Optional.of(link.group(2)) : java.util.Optional.empty();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
