package signpost.bench.scale;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.events.EventCodec;
import signpost.events.WireRecord;

/**
 * Records in a file, as Kafka would hand them over, so that making them up costs no measured time.
 */
record RecordSpool(Path file, int records) {
  private static final int BUFFER = 1 << 20;

  static RecordSpool write(Path file, MadePages pages) throws IOException {
    int records = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (int page = 0; page < pages.documents(); page++) {
        for (Event event : pages.events(page)) {
          Envelope envelope = Envelope.of(event, "signpost/bench", Instant.EPOCH, 1);
          write(out, EventCodec.encode(envelope));
          records++;
        }
      }
    }
    return new RecordSpool(file, records);
  }

  SpoolReader open() throws IOException {
    return new SpoolReader(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)), records);
  }

  private static void write(DataOutputStream out, WireRecord message) throws IOException {
    out.writeUTF(message.topic());
    out.writeUTF(message.key());
    out.writeInt(message.headers().size());
    for (Map.Entry<String, String> header : message.headers().entrySet()) {
      out.writeUTF(header.getKey());
      out.writeUTF(header.getValue());
    }
    byte[] value = message.value().orElseThrow();
    out.writeInt(value.length);
    out.write(value);
  }

  /** Reads them in order, some at a time. */
  static final class SpoolReader implements AutoCloseable {
    private final DataInputStream in;
    private int left;

    private SpoolReader(DataInputStream in, int left) {
      this.in = in;
      this.left = left;
    }

    /** At most so many; none at the end. */
    List<WireRecord> poll(int most) throws IOException {
      List<WireRecord> messages = new ArrayList<>();
      for (; left > 0 && messages.size() < most; left--) {
        messages.add(read());
      }
      return messages;
    }

    private WireRecord read() throws IOException {
      String topic = in.readUTF();
      String key = in.readUTF();
      Map<String, String> headers = new HashMap<>();
      for (int header = in.readInt(); header > 0; header--) {
        headers.put(in.readUTF(), in.readUTF());
      }
      return WireRecord.of(topic, key, headers, in.readNBytes(in.readInt()));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
