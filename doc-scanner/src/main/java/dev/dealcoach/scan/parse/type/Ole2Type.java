package dev.dealcoach.scan.parse.type;

import dev.dealcoach.scan.parse.DocumentType;
import dev.dealcoach.scan.parse.ParseFailure;
import dev.dealcoach.scan.parse.draft.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Looks into an OLE2 container for what kind of Office file it is. Stateless. */
final class Ole2Type {
  private Ole2Type() {}

  /** The type of an OLE2 file. */
  static TypeAnswer of(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return TikaTypeDetector.refused(ParseFailure.Code.ENCRYPTED, "encrypted Open XML");
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return TikaTypeDetector.known(DocumentType.DOC);
      }
      if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
        return TikaTypeDetector.known(DocumentType.PPT);
      }
      return TikaTypeDetector.refused(
          ParseFailure.Code.UNSUPPORTED, "OLE2 container of another program");
    } catch (IOException | RuntimeException e) {
      return new TypeAnswer.Refused(Reading.failure(e));
    }
  }
}
