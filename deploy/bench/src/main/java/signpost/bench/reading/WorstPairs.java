package signpost.bench.reading;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import signpost.revision.PageDiff;
import signpost.revision.RevisionDetector;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.extract.MediaKind;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.UnreadLines;

/** Pairs of large texts that are hard to compare, and how long comparing them takes. */
final class WorstPairs {
  private static final int SIZE = 256 * 1024;
  private static final int WARM = 3;
  private static final int TIMES = 7;
  private static final Instant SEEN = Instant.parse("2026-01-05T06:00:00Z");
  private static final Instant AGAIN = SEEN.plusSeconds(3_600);

  private record PagePair(List<String> old, List<String> young) {}

  private WorstPairs() {}

  static void print(PrintWriter out) {
    out.printf("%-40s %14s %14s%n", "256 KiB against 256 KiB, max of " + TIMES, "diff", "visit");
    pairs()
        .forEach((name, pair) -> {
          ReadablePage old = page(pair.old());
          ReadablePage young = page(pair.young());
          RevisionState told = see(Optional.empty(), old, SEEN);
          RevisionState seenOnce = see(Optional.of(told), young, SEEN);
          double visit = slowest(() -> see(Optional.of(seenOnce), young, AGAIN));
          double diff = slowest(() -> PageDiff.between(old, young, false));
          boolean partial = PageDiff.between(old, young, false).partial();
          out.printf("%-40s %11.0f ms %11.0f ms%s%n", name, diff, visit, partial ? " partial" : "");
          out.flush();
        });
  }

  private static Map<String, PagePair> pairs() {
    Map<String, PagePair> pairs = new LinkedHashMap<>();
    pairs.put("unrelated words in blocks of 60", pair(words(1, 60), words(2, 60)));
    pairs.put("unrelated words in blocks of 5", pair(words(1, 5), words(2, 5)));
    pairs.put("unrelated words in one block", pair(words(1, SIZE), words(2, SIZE)));
    pairs.put("words of a small stock in one block", pair(stock(1, SIZE), stock(2, SIZE)));
    pairs.put("words of a small stock in blocks of 30", pair(stock(1, 30), stock(2, 30)));
    pairs.put(
        "the same word, once more", pair(List.of(same("care ", 0)), List.of(same("care ", 5))));
    pairs.put(
        "the same word, another word", pair(List.of(same("care ", 0)), List.of(same("help ", 0))));
    pairs.put("Chinese without spaces", pair(List.of(han(1)), List.of(han(2))));
    pairs.put("100,000 tiny blocks, all others", pair(tiny("a", 1), tiny("b", 1)));
    pairs.put("100,000 tiny blocks, every second", pair(tiny("a", 1), tiny("b", 2)));
    pairs.put("blocks in reverse", pair(words(1, 5), words(1, 5).reversed()));
    pairs.put("phone numbers, all others", pair(phones(1), phones(2)));
    return pairs;
  }

  private static PagePair pair(List<String> old, List<String> young) {
    return new PagePair(old, young);
  }

  private static List<String> words(int seed, int inBlock) {
    Random random = new Random(seed);
    return blocks(inBlock, () -> Integer.toString(random.nextInt(1 << 28), 36));
  }

  private static List<String> stock(int seed, int inBlock) {
    Random random = new Random(seed);
    return blocks(inBlock, () -> "word" + random.nextInt(200));
  }

  private static List<String> phones(int seed) {
    Random random = new Random(seed);
    return blocks(
        2, () -> "Call 0800 %03d %04d".formatted(random.nextInt(1_000), random.nextInt(10_000)));
  }

  private static List<String> blocks(int inBlock, Supplier<String> word) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    int written = 0;
    for (int words = 1; written < SIZE; words++) {
      String next = word.get();
      block.append(block.isEmpty() ? "" : " ").append(next);
      written += next.length() + 1;
      if (words % inBlock == 0 || written >= SIZE) {
        blocks.add(block.toString());
        block.setLength(0);
      }
    }
    return blocks;
  }

  private static String same(String word, int more) {
    return word.repeat((SIZE - more) / word.length()).strip();
  }

  private static String han(int seed) {
    return new Random(seed)
        .ints(SIZE / 3, 0x4E00, 0x9FA5)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> tiny(String letter, int every) {
    return IntStream.range(0, 100_000).mapToObj(i -> (i % every == 0 ? letter : "a") + i).toList();
  }

  private static RevisionState see(Optional<RevisionState> before, ReadablePage page, Instant now) {
    return RevisionDetector.see(before, page, PageSetting.plain(), now).after();
  }

  private static ReadablePage page(List<String> texts) {
    return new ReadablePage(
        "A page",
        "",
        Optional.of("en"),
        texts.stream().map(text -> new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, text)).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        MediaKind.HTML,
        1,
        UnreadLines.NONE);
  }

  /** In milliseconds. */
  private static double slowest(Runnable work) {
    double slowest = 0;
    for (int i = 0; i < WARM + TIMES; i++) {
      long start = System.nanoTime();
      work.run();
      slowest = i < WARM ? 0 : Math.max(slowest, (System.nanoTime() - start) / 1e6);
    }
    return slowest;
  }
}
