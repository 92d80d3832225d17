package signpost.tools.repair;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in a few words. */
final class FileReasons {
  private FileReasons() {}

  static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "access is denied";
      case NoSuchFileException _ -> "it is not there";
      case FileSystemException it when it.getReason() != null ->
          PlainOutput.line(it.getReason(), 200);
      default -> PlainOutput.line(String.valueOf(e.getMessage()), 200);
    };
  }
}
