import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the numbers by which the house is kept, beside what they must be, and ends with 1 if one is
 * not. Run from the project's top: {@code java deploy/house/Numbers.java}.
 */
final class Numbers {
  private static final Pattern TYPE =
      Pattern.compile("^\\s*(?:[a-z-]+ )*(?:class|record|interface|enum|@interface) ");
  private static final Pattern METHOD =
      Pattern.compile(
          "^(?:  |    )(?!return|throw|new|yield|assert|else)(?:@\\w+ )*"
              + "(?:(?:public|private|protected|static|final|synchronized|abstract|default) )*"
              + "(?:<.*> )?\\w[\\w.<>\\[\\]?, @]* [a-z]\\w*\\((?!.*\\).*\\()");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]+|[A-Z]+(?![a-z])");
  private static final int TWIN = 30;

  private record Source(String module, Path file, boolean test, List<String> lines) {}

  private static boolean kept = true;

  private Numbers() {}

  public static void main(String[] arguments) throws IOException {
    List<Source> sources = sources();
    List<Source> main = sources.stream().filter(it -> !it.test()).toList();
    long mainLines = lines(main);
    long testLines = lines(sources) - mainLines;
    modules(main, mainLines);
    say("test lines : main lines", ratio(testLines, mainLines), "≥ 0.50", testLines * 2 >= mainLines);
    types(main);
    methods(main);
    twins(main);
    System.exit(kept ? 0 : 1);
  }

  private static void modules(List<Source> main, long all) {
    Map<String, Long> byModule = new TreeMap<>();
    main.forEach(it -> byModule.merge(it.module(), (long) it.lines().size(), Long::sum));
    byModule.forEach(
        (module, lines) -> System.out.printf("%-28s %6d lines %4.1f %%%n", module, lines, 100.0 * lines / all));
    var biggest = byModule.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    double share = 100.0 * biggest.getValue() / all;
    say("biggest module", "%s, %.1f %%".formatted(biggest.getKey(), share), "≤ 25 %", share <= 25);
  }

  /** Of types with a file of their own: the cases of an outcome are named within it. */
  private static void types(List<Source> main) {
    Map<String, Long> byName =
        main.stream()
            .map(it -> it.file().getFileName().toString().replace(".java", ""))
            .filter(it -> !it.equals("package-info"))
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    long all = byName.values().stream().mapToLong(it -> it).sum();
    long oneWord =
        byName.entrySet().stream()
            .filter(it -> WORD.matcher(it.getKey()).results().count() <= 1)
            .mapToLong(Map.Entry::getValue)
            .sum();
    double share = 100.0 * oneWord / all;
    say("types of one word", "%d of %d, %.0f %%".formatted(oneWord, all, share), "≤ 25 %", share <= 25);
    List<String> often =
        byName.entrySet().stream()
            .filter(it -> it.getValue() > 2)
            .map(it -> it.getKey() + " " + it.getValue())
            .toList();
    say("names of more than two types", often.isEmpty() ? "0" : String.join(", ", often), "0", often.isEmpty());
  }

  /** By indentation, which the layout's check sees to: from a declaration to the end of its body. */
  private static void methods(List<Source> main) {
    List<Integer> lengths = new ArrayList<>();
    for (Source source : main) {
      List<String> lines = source.lines();
      for (int at = 0; at < lines.size(); at++) {
        if (METHOD.matcher(lines.get(at)).find() && !TYPE.matcher(lines.get(at)).find()) {
          int opens = at;
          while (opens < lines.size() - 1 && !lines.get(opens).matches(".*[{};]")) {
            opens++;
          }
          if (lines.get(opens).endsWith("{")) {
            lengths.add(end(lines, at) - at + 1);
          }
        }
      }
    }
    lengths.sort(null);
    int median = lengths.get(lengths.size() / 2);
    int p95 = lengths.get(lengths.size() * 95 / 100);
    say("lines of a method, median", Integer.toString(median), "≤ 6", median <= 6);
    say("lines of a method, p95", Integer.toString(p95), "≤ 20", p95 <= 20);
    say("lines of the longest method", Integer.toString(lengths.getLast()), "≤ 41", lengths.getLast() <= 41);
  }

  private static int end(List<String> lines, int from) {
    String line = lines.get(from);
    String end = line.substring(0, line.length() - line.stripLeading().length()) + "}";
    int to = from;
    while (to < lines.size() - 1 && !lines.get(to).equals(end) && !lines.get(to).endsWith("{}")) {
      to++;
    }
    return to;
  }

  /** Pairs of files of different modules with so many equal lines in a row; imports do not count. */
  private static void twins(List<Source> main) {
    Map<List<String>, Source> seen = new HashMap<>();
    Map<String, Integer> pairs = new TreeMap<>();
    for (Source source : main) {
      List<String> lines =
          source.lines().stream()
              .map(String::strip)
              .filter(it -> !it.isEmpty() && !it.startsWith("import ") && !it.startsWith("package "))
              .toList();
      for (int at = 0; at + TWIN < lines.size(); at++) {
        List<String> run = lines.subList(at, at + TWIN + 1);
        Source other = seen.putIfAbsent(run, source);
        if (other != null && !other.module().equals(source.module())) {
          pairs.merge(other.file() + " and " + source.file(), 1, Integer::sum);
        }
      }
    }
    pairs.keySet().forEach(it -> System.out.println("twins: " + it));
    say("pairs with over 30 equal lines", Integer.toString(pairs.size()), "0", pairs.isEmpty());
  }

  private static void say(String what, String is, String wanted, boolean reached) {
    kept &= reached;
    System.out.printf("%-32s %-40s wanted %-8s %s%n", what, is, wanted, reached ? "" : "MISSED");
  }

  private static String ratio(long one, long other) {
    return "%.2f (%d : %d)".formatted((double) one / other, one, other);
  }

  private static long lines(List<Source> sources) {
    return sources.stream().mapToLong(it -> it.lines().size()).sum();
  }

  private static List<Source> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .filter(it -> it.toString().contains("/src/") && !it.toString().contains("/target/"))
          .map(Numbers::source)
          .toList();
    }
  }

  private static Source source(Path file) {
    String[] parts = file.toString().split("/src/", 2);
    boolean test = parts[1].startsWith("test/") || parts[0].equals("deploy/kit");
    try {
      return new Source(parts[0], file, test, Arrays.asList(Files.readString(file).split("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
