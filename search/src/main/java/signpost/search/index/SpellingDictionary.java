package signpost.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** The Hunspell dictionaries that come with the module, each in a folder of its language. */
public final class SpellingDictionary {
  private SpellingDictionary() {}

  /**
   * Reads one whole, which takes a while and keeps it in memory.
   *
   * @param language its folder: {@code cy}, {@code en}
   */
  public static Dictionary load(String language) {
    try (InputStream affixes = open(language, "aff");
        InputStream words = open(language, "dic");
        Directory scratch = new ByteBuffersDirectory()) {
      return new Dictionary(scratch, language, affixes, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the dictionary " + language + " cannot be read", e);
    }
  }

  private static InputStream open(String language, String ending) throws IOException {
    String name = "/signpost/search/%s/index.%s".formatted(language, ending);
    InputStream file = SpellingDictionary.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException(name + " is missing from the jar");
    }
    return file;
  }
}
