package signpost.cli.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages by which one finds one's way are made from the code. Run with {@code
 * -Dsignpost.docs.write} it writes them instead.
 */
class MapTest {
  private static final Path DOCS = House.TOP.resolve("docs");
  private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)(?:<pre>|\\*/)");

  @Test
  void everyPackageHasItsLine() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Packages

        What each is for, in the words of its `package-info.java`. `MapTest` makes this page from them.
        """);
    for (String module : House.MODULES) {
      page.append("\n## %s\n%s\n".formatted(module, description(module)));
      page.append("\n| package | what it is for |\n|---|---|\n");
      for (Path file : House.files(module, sources(module), "package-info.java")) {
        page.append("| `%s` | %s |\n".formatted(House.packageOf(file), sentence(file)));
      }
    }
    holds(DOCS.resolve("packages.md"), page.toString());
  }

  @Test
  void everyQuestionIsIndexed() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Why is it like this?

        Every question that a `RATIONALE.md` answers, each beside the package it is about. `MapTest` makes this page.
        """);
    for (String module : House.MODULES) {
      for (Path file : House.files(module, "src/main/java", "RATIONALE.md")) {
        page.append(
            "\n## [`%s`](../%s)\n"
                .formatted(House.packageOf(file), House.slashed(House.TOP.relativize(file))));
        try (Stream<String> lines = Files.lines(file)) {
          lines
              .filter(line -> line.startsWith("## "))
              .forEach(line -> page.append("- ").append(line.substring(3)).append('\n'));
        }
      }
    }
    holds(DOCS.resolve("rationale.md"), page.toString());
  }

  /** A module may consist of tests. */
  private static String sources(String module) {
    String main = "src/main/java";
    return Files.isDirectory(House.TOP.resolve(module).resolve(main)) ? main : "src/test/java";
  }

  private static void holds(Path page, String text) throws IOException {
    if (System.getProperty("signpost.docs.write") != null) {
      Files.writeString(page, text);
    }
    assertThat(page).content(UTF_8).isEqualTo(text);
  }

  private static String sentence(Path info) {
    try {
      Matcher sentence = SENTENCE.matcher(Files.readString(info));
      assertThat(sentence.find()).as(info + " says what the package is for").isTrue();
      return sentence
          .group(1)
          .lines()
          .map(line -> line.replaceFirst("^ \\* ?", "").strip())
          .collect(Collectors.joining(" "))
          .replaceAll("\\{@code ([^}]*)}", "`$1`")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String description(String module) throws IOException {
    String pom = Files.readString(House.TOP.resolve(module).resolve("pom.xml"));
    return pom.substring(pom.indexOf("<description>") + 13, pom.indexOf("</description>"));
  }
}
