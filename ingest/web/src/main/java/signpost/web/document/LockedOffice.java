package signpost.web.document;

import java.nio.charset.StandardCharsets;

/** Tells an Office file that is locked by a password, which is wrapped in one of the old kind. */
public final class LockedOffice {
  private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private LockedOffice() {}

  /** Whether it is one. */
  public static boolean is(byte[] bytes) {
    if (!at(bytes, OLD, 0)) {
      return false;
    }
    for (int i = OLD.length; i + LOCKED.length <= bytes.length; i++) {
      if (bytes[i] == 'E' && at(bytes, LOCKED, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(byte[] bytes, byte[] wanted, int from) {
    for (int i = 0; i < wanted.length; i++) {
      if (from + i >= bytes.length || bytes[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
