package signpost.search.embed;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import signpost.search.index.EmbeddingPassage;

/**
 * The model bge-small-en-v1.5, quantised, run by ONNX Runtime in this process: a text of up to 512
 * word pieces becomes a vector of length one. Any thread may call it; each call uses one core. One
 * text a call, because what else stands in a batch shifts the vectors of a quantised model. Closing
 * waits for whoever is using it: native code has no mercy on memory that is gone.
 */
public final class EmbeddingModel implements Closeable {
  private static final String NAME = "/" + EmbeddingPassage.MODEL;
  private static final int MAX_PIECES = 512;

  /** Its makers ask for this before a question, and for nothing before a passage. */
  private static final String QUESTION =
      "Represent this sentence for searching relevant passages: ";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private EmbeddingModel(
      OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * Loads it and asks it once, which takes about a second.
   *
   * @param home where the tokenizer may unpack its native library, 14 MB, and the model is put for
   *     a moment, 34 MB: read from a file it is never on the heap
   * @throws UnusableModelException when it cannot run, and would not at another attempt either
   * @throws IOException when its files cannot be read just now
   * @throws IllegalStateException when it cannot be loaded just now: memory may be short
   */
  public static EmbeddingModel load(Path home) throws IOException {
    try (InputStream words = open(NAME + "-tokenizer.json");
        InputStream network = open(NAME + ".onnx")) {
      return load(home, words, network);
    }
  }

  static EmbeddingModel load(Path home, InputStream words, InputStream network) throws IOException {
    System.setProperty("ENGINE_CACHE_DIR", home.toString());
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    Path file = Files.createDirectories(home).resolve(EmbeddingPassage.MODEL + ".onnx");
    try {
      Files.copy(network, file, StandardCopyOption.REPLACE_EXISTING);
      return load(OrtEnvironment.getEnvironment(), tokenizer(words), file);
    } catch (LinkageError | EngineException e) { // The tokenizer throws its first one for ever.
      throw UnusableModelException.of(e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static EmbeddingModel load(
      OrtEnvironment environment, HuggingFaceTokenizer tokenizer, Path network) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return asked(
          new EmbeddingModel(
              environment, environment.createSession(network.toString(), options), tokenizer));
    } catch (OrtException e) {
      tokenizer.close();
      throw new IllegalStateException("the embedding model cannot be loaded", e);
    }
  }

  private static EmbeddingModel asked(EmbeddingModel model) throws OrtException {
    try {
      float[] _ = model.question("The first takes longer than those who ask should wait.");
      return model;
    } catch (RuntimeException e) {
      model.release();
      throw e;
    }
  }

  private static HuggingFaceTokenizer tokenizer(InputStream words) throws IOException {
    return HuggingFaceTokenizer.newInstance(
        words,
        Map.of(
            "truncation", "true",
            "maxLength", Integer.toString(MAX_PIECES),
            "padding", "false"));
  }

  /**
   * The vector of a passage, {@link EmbeddingPassage#DIMENSIONS} numbers.
   *
   * @throws IllegalStateException when the model is closed, or makes no vector of this text
   */
  public float[] passage(String text) {
    return embed(text);
  }

  /** The vector of a question, near those of passages that answer it. */
  public float[] question(String text) {
    return embed(QUESTION + text);
  }

  @Override
  public void close() throws IOException {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        release();
      }
    } catch (OrtException e) {
      throw new IOException(e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private void release() throws OrtException {
    tokenizer.close();
    session.close();
  }

  private float[] embed(String text) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedding model is closed");
      }
      return run(text);
    } finally {
      use.readLock().unlock();
    }
  }

  private float[] run(String text) {
    Encoding pieces = tokenizer.encode(text);
    try (OnnxTensor ids = tensor(pieces.getIds());
        OnnxTensor mask = tensor(pieces.getAttentionMask());
        OnnxTensor types = tensor(pieces.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      return ofLengthOne(states[0][0]);
    } catch (OrtException e) {
      throw new IllegalStateException("a text could not be embedded", e);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  static float[] ofLengthOne(float[] vector) {
    double sum = 0;
    for (float number : vector) {
      sum += number * number;
    }
    float length = (float) Math.sqrt(sum);
    if (!(length > 0 && Float.isFinite(length))) {
      throw new IllegalStateException("what the model made of a text is no vector");
    }
    float[] scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = vector[i] / length;
    }
    return scaled;
  }

  private static InputStream open(String name) throws IOException {
    InputStream file = EmbeddingModel.class.getResourceAsStream(name);
    if (file == null) {
      throw new UnusableModelException(
          "the embedding model cannot run here: " + name + " is missing from the jars");
    }
    return file;
  }
}
