package signpost.web.revision.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a language's file of phrases; the head of {@code english.txt} says how it is written. */
final class PhraseFile {
  private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

  private final Map<String, String> names = new HashMap<>();
  private final Map<ChangeMeaning, List<String>> phrases = new EnumMap<>(ChangeMeaning.class);
  private final Map<ChangeMeaning, List<String>> labels = new EnumMap<>(ChangeMeaning.class);
  private final Map<String, Set<ChangeMeaning>> stems = new HashMap<>();
  private final List<String> harmless = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final List<String> denials = new ArrayList<>();
  private String about = "";

  private PhraseFile() {}

  static MeaningPhrases read(String file) {
    try (InputStream in = PhraseFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MeaningPhrases read(List<String> lines) {
    PhraseFile file = new PhraseFile();
    lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::readLine);
    return new MeaningPhrases(
        lists(file.phrases),
        patterns(file.labels),
        file.stems,
        new PhraseList(file.harmless),
        new PhraseList(file.subjects),
        any(file.denials));
  }

  private void readLine(String line) {
    if (line.startsWith("let ")) {
      int equals = line.indexOf(" = ");
      names.put(line.substring("let ".length(), equals), inFull(line.substring(equals + 3)));
    } else if (!line.startsWith("  ")) {
      about = line;
    } else if (about.equals("harmless")) {
      harmless.add(inFull(line.strip()));
    } else if (about.equals("subject")) {
      subjects.add(inFull(line.strip()));
    } else if (about.equals("denial")) {
      denials.add(inFull(line.strip()));
    } else {
      readPart(ChangeMeaning.valueOf(about.toUpperCase(Locale.ROOT)), line.strip());
    }
  }

  private void readPart(ChangeMeaning meaning, String line) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    switch (line.substring(0, space)) {
      case "stems" -> addStems(meaning, rest);
      case "says" -> phrases.computeIfAbsent(meaning, _ -> new ArrayList<>()).add(inFull(rest));
      case "label" -> labels.computeIfAbsent(meaning, _ -> new ArrayList<>()).add(inFull(rest));
      default -> throw new IllegalStateException("neither stems, says nor label: " + line);
    }
  }

  private void addStems(ChangeMeaning meaning, String all) {
    for (String word : all.split(" ", -1)) {
      for (String stem : WelshMutations.ofWord(word)) {
        String start = stem.substring(0, Math.min(MeaningPhrases.LONGEST_STEM, stem.length()));
        stems.computeIfAbsent(start, _ -> EnumSet.noneOf(ChangeMeaning.class)).add(meaning);
      }
    }
  }

  private String inFull(String expression) {
    String named =
        NAME.matcher(expression).replaceAll(it -> Matcher.quoteReplacement(named(it.group(1))));
    return WelshMutations.within(named);
  }

  private String named(String name) {
    String expression = names.get(name);
    if (expression == null) {
      throw new IllegalStateException("{" + name + "} stands for nothing");
    }
    return expression;
  }

  private static Map<ChangeMeaning, PhraseList> lists(Map<ChangeMeaning, List<String>> all) {
    return all.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new PhraseList(entry.getValue())));
  }

  private static Map<ChangeMeaning, Pattern> patterns(Map<ChangeMeaning, List<String>> all) {
    return all.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> any(entry.getValue())));
  }

  private static Pattern any(List<String> alternatives) {
    return Pattern.compile(String.join("|", alternatives));
  }
}
