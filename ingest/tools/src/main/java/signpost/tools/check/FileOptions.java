package signpost.tools.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import signpost.catalogue.NearestWord;
import signpost.tools.check.CheckFile.FileOption;
import signpost.tools.check.CheckFile.UnusableFile;

/** Gives a command the options of a file, except for those its command line has. */
final class FileOptions {
  /** What makes sense on a command line only. */
  private static final Set<String> TYPED =
      Set.of("config", "help", "version", "output", "write-baseline", "dump");

  /** What lets a check reach or believe more: not for a file that lies in a folder of others. */
  private static final Set<String> NAMED = Set.of("allow", "ca", "header", "resolve");

  private final CommandSpec command;
  private final Path file;
  private final boolean named;
  private final CommandLine parser = new CommandLine(new CheckCommand());
  private final Map<String, String> places = new HashMap<>();

  private FileOptions(CommandSpec command, Path file, boolean named) {
    this.command = command;
    this.file = file;
    this.named = named;
    parser.setCaseInsensitiveEnumValuesAllowed(
        command.commandLine().isCaseInsensitiveEnumValuesAllowed());
  }

  /**
   * Sets them. Each is parsed as it would be on the command line.
   *
   * @param named whether somebody named the file, and it does not just lie there
   * @return where in the file each option was set from, as {@code file:line}
   * @throws UnusableFile saying where and why
   */
  static Map<String, String> apply(CommandSpec command, Path file, boolean named)
      throws UnusableFile {
    var options = new FileOptions(command, file, named);
    for (FileOption option : CheckFile.read(file)) {
      options.apply(option);
    }
    if (!named) {
      options.tellNobody();
    }
    return options.places;
  }

  private void apply(FileOption option) throws UnusableFile {
    OptionSpec own = command.findOption("--" + option.name());
    if (own == null || TYPED.contains(option.name())) {
      throw wrong(option, unknown(option.name()));
    }
    if (!named && reachesMore(option)) {
      throw wrong(
          option,
          "'" + option.name() + "' counts only in a file that --config names" + besides(option));
    }
    if (option.values().size() > 1 && !own.isMultiValue()) {
      throw wrong(option, "'" + option.name() + "' takes one value and no list");
    }
    Object value = parsed(own, option);
    if (!command.commandLine().getParseResult().hasMatchedOption(own)) {
      set(own, value);
      places.put("--" + option.name(), file + ":" + option.line());
    }
  }

  /** Nor may such a file say who is told of broken addresses, but that nobody is. */
  private static boolean reachesMore(FileOption option) {
    return NAMED.contains(option.name())
        || (option.name().equals("archive")
            && !option.values().equals(List.of(SuggestOptions.NOBODY)));
  }

  private static String besides(FileOption option) {
    return option.name().equals("archive") ? ", but for 'none'" : "";
  }

  /** Nor, by wanting suggestions, that anybody is. */
  private void tellNobody() {
    OptionSpec archive = command.findOption("--archive");
    boolean typed = command.commandLine().getParseResult().hasMatchedOption(archive);
    if (places.containsKey("--suggest") && !typed) {
      set(archive, SuggestOptions.NOBODY);
    }
  }

  private static void set(OptionSpec option, Object value) {
    try {
      option.setter().set(value);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object parsed(OptionSpec own, FileOption option) throws UnusableFile {
    Stream<String> words =
        own.typeInfo().isBoolean()
            ? flag(own, option).stream()
            : option.values().stream().map(it -> own.longestName() + "=" + it);
    try {
      parser.parseArgs(Stream.concat(words, Stream.of("-")).toArray(String[]::new));
    } catch (ParameterException e) {
      throw wrong(option, String.valueOf(e.getMessage()));
    }
    return parser.getCommandSpec().findOption(own.longestName()).getValue();
  }

  private List<String> flag(OptionSpec own, FileOption option) throws UnusableFile {
    return switch (String.join(",", option.values())) {
      case "true" -> List.of(own.longestName());
      case "false" -> own.negatable() ? List.of("--no-" + option.name()) : List.of();
      default -> throw wrong(option, "'" + option.name() + "' is true or false");
    };
  }

  private String unknown(String name) {
    Set<String> known =
        command.options().stream()
            .map(it -> it.longestName().substring(2))
            .filter(it -> !TYPED.contains(it))
            .collect(Collectors.toSet());
    return TYPED.contains(name)
        ? "'" + name + "' is for the command line"
        : "there is no option '"
            + name
            + "'"
            + NearestWord.of(name, known).map(it -> ". Did you mean '" + it + "'?").orElse("");
  }

  private UnusableFile wrong(FileOption option, String what) {
    String end = what.endsWith("?") || what.endsWith(".") ? "" : ".";
    return new UnusableFile(file + ":" + option.line() + ": " + what + end);
  }
}
