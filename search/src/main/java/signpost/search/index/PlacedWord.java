package signpost.search.index;

/**
 * A word of the index, and how many words of the text stand before it: those count too that the
 * index leaves out, such as "and".
 */
public record PlacedWord(String word, int place) {}
