package signpost.search.rank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Which words are English, by SCOWL's British dictionary: such a word is no slip, even where no
 * page has it. Loaded when the first unknown word is typed.
 */
final class EnglishWords {
  private static final String FOLDER = "/signpost/search/en/index.";
  private static final int REMEMBERED = 20_000;
  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private EnglishWords() {}

  /** Whether a word is there, or a name written like it: {@code london} is London. */
  static boolean has(String word) {
    if (KNOWN.size() >= REMEMBERED) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(word, EnglishWords::isSpelled);
  }

  private static boolean isSpelled(String word) {
    return LazyDictionary.SPELLING.spell(word) || LazyDictionary.SPELLING.spell(capitalised(word));
  }

  private static String capitalised(String word) {
    int first = word.offsetByCodePoints(0, Math.min(1, word.length()));
    return word.substring(0, first).toUpperCase(Locale.UK) + word.substring(first);
  }

  private static final class LazyDictionary {
    private static final Hunspell SPELLING =
        new Hunspell(dictionary(), TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});

    private static Dictionary dictionary() {
      try (InputStream affixes = open("aff");
          InputStream words = open("dic");
          Directory scratch = new ByteBuffersDirectory()) {
        return new Dictionary(scratch, "en", affixes, words);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ParseException e) {
        throw new IllegalStateException("the English dictionary cannot be read", e);
      }
    }

    private static InputStream open(String ending) throws IOException {
      InputStream file = EnglishWords.class.getResourceAsStream(FOLDER + ending);
      if (file == null) {
        throw new IOException(FOLDER + ending + " is missing from the jar");
      }
      return file;
    }
  }
}
