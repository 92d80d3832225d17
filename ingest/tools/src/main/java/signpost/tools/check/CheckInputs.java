package signpost.tools.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;

/** What was given to check: URLs, files of folders, and lines of standard input. */
public final class CheckInputs {
  private static final Pattern CHECKED =
      Pattern.compile(
          "(?i).*\\.(x?html?|txt|css|xml|svg|(?:xml|txt)\\.gz|"
              + String.join("|", MediaKind.documentEndings())
              + ")");

  private final Map<String, WebUrl> urls = new LinkedHashMap<>();
  private final List<Path> files = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** What is given cannot be checked; the message is for whoever gave it. */
  public static final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1;

    UnusableInput(String message) {
      super(message);
    }
  }

  /** Reads them; {@code -} is standard input, a URL or file a line. */
  public static CheckInputs of(List<String> given, InputStream standard)
      throws IOException, UnusableInput {
    var inputs = new CheckInputs();
    for (String input : given) {
      if (input.equals("-")) {
        inputs.lines(standard);
      } else {
        Optional<String> problem = inputs.add(input);
        if (problem.isPresent()) {
          throw new UnusableInput(problem.get());
        }
      }
    }
    return inputs;
  }

  private void lines(InputStream standard) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(standard, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String input = line.strip();
      if (!input.isEmpty() && !input.startsWith("#") && add(input).isPresent()) {
        wrong.add(input);
      }
    }
  }

  private Optional<String> add(String input) throws IOException {
    String lower = input.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      Optional<WebUrl> url = WebUrl.parse(input);
      url.ifPresent(parsed -> urls.putIfAbsent(parsed.href(), parsed));
      return url.isPresent()
          ? Optional.empty()
          : Optional.of("'" + input + "' is no URL: " + WebUrl.problem(input).orElse("") + ".");
    }
    try {
      return file(input, Path.of(input));
    } catch (InvalidPathException _) {
      return Optional.of("'" + input + "' is neither a URL nor a file.");
    }
  }

  private static boolean isChecked(String name) {
    return CHECKED.matcher(name).matches() || WrittenForm.of(name).isPresent();
  }

  private Optional<String> file(String input, Path path) throws IOException {
    if (Files.isDirectory(path)) {
      int before = files.size();
      try (Stream<Path> tree = Files.walk(path)) {
        tree.filter(file -> Files.isRegularFile(file) && isChecked(file.toString()))
            .sorted()
            .forEach(files::add);
      }
      return files.size() > before
          ? Optional.empty()
          : Optional.of(
              "There is nothing to check in the folder '"
                  + input
                  + "': no HTML, Markdown, AsciiDoc, reStructuredText, notebook, PDF, Word, slides, OpenDocument,"
                  + " EPUB, CSS, text or sitemap.");
    }
    if (!Files.exists(path)) {
      return Optional.of(
          input.contains("://")
              ? "'" + input + "' cannot be checked: only http and https can."
              : "There is no file '" + input + "'. A URL begins with http:// or https://.");
    }
    if (!Files.isReadable(path)) {
      return Optional.of("The file '" + input + "' cannot be read.");
    }
    files.add(path);
    return Optional.empty();
  }

  List<WebUrl> urls() {
    return List.copyOf(urls.values());
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  /** Lines of standard input that were neither. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }
}
