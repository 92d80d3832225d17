package signpost.web.extract;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import signpost.web.document.EpubFile;
import signpost.web.document.OpenTextFile;
import signpost.web.document.PdfFile;
import signpost.web.document.ReadDocument;
import signpost.web.document.RefusedDocumentException;
import signpost.web.document.SlideFile;
import signpost.web.document.WordFile;

/**
 * The child process that opens documents of strangers: a frame with a document in, a frame with its
 * text out, until standard input ends. It may be killed at any moment.
 */
final class DocumentWorkerMain {
  private static final long NOTHING = Long.MAX_VALUE;

  private DocumentWorkerMain() {}

  /** Takes one argument: milliseconds after which a document halts the process by itself. */
  public static void main(String[] args) throws IOException {
    OutputStream pipe = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    AtomicLong since = new AtomicLong(NOTHING);
    startWatch(since, Long.parseLong(args[0]));
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    DataOutputStream out = new DataOutputStream(pipe);
    while (true) {
      byte[] frame = next(in);
      if (frame.length == 0) {
        return;
      }
      since.set(System.nanoTime());
      byte[] answer = answer(frame).toBytes();
      since.set(NOTHING);
      out.writeInt(answer.length);
      out.write(answer);
      out.flush();
    }
  }

  private static byte[] next(DataInputStream in) throws IOException {
    try {
      return in.readNBytes(in.readInt());
    } catch (EOFException _) {
      return new byte[0];
    }
  }

  /** A frame begins with the name of its kind of document, and that with its length in a byte. */
  private static DocumentText answer(byte[] frame) {
    int begins = 1 + frame[0];
    String kind = new String(frame, 1, frame[0], StandardCharsets.US_ASCII);
    byte[] document = Arrays.copyOfRange(frame, begins, frame.length);
    try {
      return new DocumentText.Text(read(MediaKind.valueOf(kind), document));
    } catch (RefusedDocumentException e) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.valueOf(e.reason().name()), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError _) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.TOO_BIG, "needs more memory than the document worker has");
    } catch (StackOverflowError _) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.DAMAGED, "nested too deeply");
    } catch (IOException | RuntimeException | LinkageError e) {
      return new DocumentText.DocumentRefused(
          ReadOutcome.UnreadableReason.DAMAGED,
          e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static ReadDocument read(MediaKind kind, byte[] document) throws IOException {
    return switch (kind) {
      case PDF -> PdfFile.read(document);
      case DOCX -> WordFile.read(document);
      case PPTX -> SlideFile.read(document);
      case ODT -> OpenTextFile.read(document);
      case EPUB -> EpubFile.read(document);
      case HTML, TEXT, OTHER -> throw new IllegalArgumentException(kind + " is no document");
    };
  }

  /** Should the parent be gone, nobody else would end a document that hangs. */
  private static void startWatch(AtomicLong since, long limitMillis) {
    Thread.ofPlatform()
        .daemon()
        .name("document-watch")
        .start(() -> {
          while (true) {
            long started = since.get();
            if (started != NOTHING && System.nanoTime() - started > limitMillis * 1_000_000) {
              Runtime.getRuntime().halt(3);
            }
            try {
              Thread.sleep(200);
            } catch (InterruptedException _) {
              return;
            }
          }
        });
  }
}
