package signpost.bench.solr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.common.SolrInputDocument;

/**
 * Solr in this process, asked what {@code bench search} asks Signpost: edismax over the same fields
 * with our weights and BM25 constants, every word wanted, the first ten.
 */
public final class SolrYardstick {
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 5;
  private static final int BATCH = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SolrYardstick() {}

  /** What one way of asking took: CPU of the process for each question, and its times. */
  private record SolrCost(double cpuMicros, double p50, double p95, double p99) {
    @Override
    public String toString() {
      return "CPU %,.0f µs · p50 %.2f · p95 %.2f · p99 %.2f ms".formatted(cpuMicros, p50, p95, p99);
    }
  }

  /** Takes the folder that {@code bench search --export} wrote. */
  public static void main(String[] arguments) throws IOException, SolrServerException {
    if (arguments.length != 1 || !Files.isReadable(Path.of(arguments[0], "pages.jsonl"))) {
      System.err.println("Say which folder: signpost bench search --export FOLDER writes it.");
      System.exit(2);
    }
    Path exported = Path.of(arguments[0]);
    List<String> questions = Files.readAllLines(exported.resolve("questions.txt"));
    Path home = home();
    try (EmbeddedSolrServer solr = new EmbeddedSolrServer(home, "pages")) {
      index(solr, exported.resolve("pages.jsonl"));
      measure(solr, questions);
    } finally {
      delete(home);
    }
    System.exit(0);
  }

  private static Path home() throws IOException {
    Path home = Files.createTempDirectory("signpost-solr");
    Path conf = Files.createDirectories(home.resolve("pages/conf"));
    Files.writeString(home.resolve("solr.xml"), "<solr></solr>");
    Files.writeString(home.resolve("pages/core.properties"), "name=pages\n");
    for (String name : List.of("solrconfig.xml", "schema.xml")) {
      try (InputStream in = SolrYardstick.class.getResourceAsStream("/core/conf/" + name)) {
        Files.copy(in, conf.resolve(name));
      }
    }
    return home;
  }

  private static void index(EmbeddedSolrServer solr, Path pages)
      throws IOException, SolrServerException {
    long took = 0;
    int count = 0;
    try (BufferedReader reader = Files.newBufferedReader(pages)) {
      List<SolrInputDocument> batch = batch(reader);
      while (!batch.isEmpty()) {
        long began = System.nanoTime();
        solr.add(batch);
        took += System.nanoTime() - began;
        count += batch.size();
        batch = batch(reader);
      }
    }
    long began = System.nanoTime();
    solr.commit();
    took += System.nanoTime() - began;
    System.out.printf("indexed: %,d pages, %,.0f documents/s%n", count, count / (took / 1e9));
  }

  /** Reading JSON is not measured. */
  private static List<SolrInputDocument> batch(BufferedReader reader) throws IOException {
    List<SolrInputDocument> batch = new ArrayList<>();
    String line = reader.readLine();
    while (line != null) {
      batch.add(document(JSON.readTree(line)));
      line = batch.size() < BATCH ? reader.readLine() : null;
    }
    return batch;
  }

  private static SolrInputDocument document(JsonNode page) {
    SolrInputDocument document = new SolrInputDocument();
    for (String field : List.of("id", "title", "lead", "text", "host", "language", "media", "source")) {
      document.addField(field, page.path(field).asText());
    }
    page.path("headings").forEach(heading -> document.addField("headings", heading.asText()));
    return document;
  }

  private static void measure(EmbeddedSolrServer solr, List<String> questions)
      throws IOException, SolrServerException {
    List<SolrCost> lean = new ArrayList<>();
    List<SolrCost> full = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      SolrCost plain = round(solr, questions, false);
      SolrCost rich = round(solr, questions, true);
      if (round >= WARM_UP) {
        lean.add(plain);
        full.add(rich);
      }
    }
    System.out.println("results alone: " + median(lean));
    System.out.println("with facets and highlights: " + median(full));
  }

  private static SolrCost round(EmbeddedSolrServer solr, List<String> questions, boolean rich)
      throws IOException, SolrServerException {
    double[] times = new double[questions.size()];
    long before = cpu();
    for (int i = 0; i < times.length; i++) {
      long began = System.nanoTime();
      solr.query(query(questions.get(i), rich));
      times[i] = (System.nanoTime() - began) / 1e6;
    }
    double cpu = (cpu() - before) / 1e3 / times.length;
    Arrays.sort(times);
    return new SolrCost(cpu, at(times, 50), at(times, 95), at(times, 99));
  }

  private static SolrQuery query(String question, boolean rich) {
    SolrQuery query = new SolrQuery(question);
    query.set("defType", "edismax");
    query.set("qf", "title^2 headings^2 lead^2 text");
    query.set("tie", "1.0");
    query.set("q.op", "AND");
    query.setFields("id", "title", "lead");
    query.setRows(10);
    if (rich) {
      query.addFacetField("host", "language", "media", "source");
      query.setHighlight(true);
      query.set("hl.method", "unified");
      query.set("hl.fl", "text", "title");
    }
    return query;
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static SolrCost median(List<SolrCost> rounds) {
    return rounds.stream()
        .sorted(java.util.Comparator.comparingDouble(SolrCost::cpuMicros))
        .toList()
        .get(rounds.size() / 2);
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
