package signpost.kit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what a class says in the log while it is open, from information upwards. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;

  public LogLines(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    logger.setLevel(Level.INFO);
    logger.addAppender(this);
    start();
  }

  public LogLines(Class<?> speaker) {
    this(speaker.getName());
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage());
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public List<String> starting(String words) {
    return lines.stream().filter(line -> line.startsWith(words)).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}
