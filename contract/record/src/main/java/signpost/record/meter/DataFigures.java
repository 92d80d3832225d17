package signpost.record.meter;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * How much room there is where a part keeps its data; not known of a folder that is not there. The
 * file system is asked: the table of what is mounted does not have it in a changed root.
 */
@Singleton
final class DataFigures implements FigureSource {
  private final File folder;

  DataFigures(@Property(name = "signpost.data") Path folder) {
    this.folder = folder.toFile();
  }

  @Override
  public List<Figure> figures() {
    long size = folder.getTotalSpace();
    return size == 0
        ? List.of()
        : List.of(
            Figure.of(SignpostMeter.DATA_FREE, folder.getUsableSpace()),
            Figure.of(SignpostMeter.DATA_SIZE, size));
  }
}
