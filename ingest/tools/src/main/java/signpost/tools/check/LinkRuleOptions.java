package signpost.tools.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import signpost.tools.check.LinkRules.LinkRemap;

/** The part of the command line that says how links are read. */
final class LinkRuleOptions {
  @Option(
      names = "--remap",
      paramLabel = "'PATTERN=TEXT'",
      description =
          "check another address in the place of a link's that matches: TEXT for what matched, $1 in it for a group (RE2 syntax, an = in PATTERN as \\x3d; may be repeated, the first that matches counts; a private address needs --allow)")
  private List<String> remap = List.of();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "where the folder of --root is published: links of its files lead there, and not to files")
  private @Nullable String base;

  @Option(
      names = "--fallback-extensions",
      paramLabel = "LIST",
      split = ",",
      hideParamSyntax = true,
      description = "endings tried where a linked file is missing, as html,md")
  private List<String> extensions = List.of();

  @Option(
      names = "--index-files",
      paramLabel = "LIST",
      split = ",",
      hideParamSyntax = true,
      description = {
        "what is shown of a linked folder, the first that is there; . for the folder itself",
        "(default: index.html,index.htm,index.xhtml,index.md,README.md)"
      })
  private List<String> indexes = LinkRules.INDEXES;

  /** Hands an option's text to its parser, which throws IllegalArgumentException. */
  @FunctionalInterface
  interface TextParsing {
    <T> T parse(String option, String text, java.util.function.Function<String, T> parser);
  }

  boolean publishes() {
    return base != null;
  }

  LinkRules rules(TextParsing parsing) {
    return new LinkRules(
        remap.stream().map(it -> parsing.parse("--remap", it, LinkRemap::of)).toList(),
        Optional.ofNullable(base).map(it -> parsing.parse("--base-url", it, LinkRules::base)),
        extensions.stream()
            .map(it -> parsing.parse("--fallback-extensions", it, LinkRuleOptions::ending))
            .toList(),
        indexes.stream()
            .map(it -> parsing.parse("--index-files", it, LinkRuleOptions::name))
            .toList());
  }

  private static String ending(String text) {
    String ending = text.strip().replaceFirst("^\\.", "");
    if (!ending.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
      throw new IllegalArgumentException("'" + text + "' is no ending such as html");
    }
    return ending;
  }

  private static String name(String text) {
    String name = text.strip();
    if (name.isEmpty() || name.equals("..") || name.matches(".*[/\\\\\\x00].*")) {
      throw new IllegalArgumentException("'" + text + "' is no file's name such as index.html");
    }
    return name;
  }
}
