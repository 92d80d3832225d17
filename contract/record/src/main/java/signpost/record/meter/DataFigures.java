package signpost.record.meter;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much room there is where a part keeps its data. */
@Singleton
final class DataFigures implements FigureSource {
  private final Path folder;

  DataFigures(@Property(name = "signpost.data") Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Figure> figures() throws IOException {
    FileStore disk = Files.getFileStore(folder);
    return List.of(
        Figure.of(SignpostMeter.DATA_FREE, disk.getUsableSpace()),
        Figure.of(SignpostMeter.DATA_SIZE, disk.getTotalSpace()));
  }
}
