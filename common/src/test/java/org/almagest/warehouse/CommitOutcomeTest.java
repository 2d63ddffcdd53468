package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that fails in its middle: did it take effect or not? */
class CommitOutcomeTest {
  private static final VersionLog.Entry ENTRY = new VersionLog.Entry(1, "run-1", "aa".repeat(32));

  @TempDir private Path root;
  private final FaultyFileSystem files = new FaultyFileSystem();

  @Test
  void succeedsWhereOnlyTheDraftCannotBeRemoved() throws IOException {
    files.deleteFails = true;
    log().commit(ENTRY);
    assertThat(log().read(1)).contains(ENTRY);
  }

  @Test
  void isAConflictWhereTheNumberIsTakenAndTheDraftCannotBeRemoved() throws IOException {
    log().commit(new VersionLog.Entry(1, "other", "bb".repeat(32)));
    assertThatThrownBy(() -> log().commit(ENTRY))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT));
  }

  @Test
  void isAPlainFailureWhereNothingWasWritten() throws IOException {
    files.createFails = true;
    assertThatThrownBy(() -> log().commit(ENTRY)).isInstanceOf(IOException.class);
    assertThat(log().numbers()).isEmpty();
  }

  @Test
  void isUnknownWhereTheVersionCannotBeReadBackAfterAFailure() throws IOException {
    files.deleteFails = true;
    files.openFails = true;
    assertThatThrownBy(() -> log().commit(ENTRY))
        .isInstanceOfSatisfying(
            AlmagestException.class,
            e -> assertThat(e.exitCode()).isEqualTo(ExitCode.COMMIT_UNKNOWN))
        .hasMessageContaining("00000001.json");
  }

  private VersionLog log() throws IOException {
    files.initialize(root.toUri(), new Configuration());
    return new VersionLog(files, new Layout(new org.apache.hadoop.fs.Path(root.toUri())));
  }

  /** A disk that fails on demand. */
  private static final class FaultyFileSystem extends RawLocalFileSystem {
    private boolean createFails;
    private boolean openFails;
    private boolean deleteFails;

    @Override
    public FSDataOutputStream create(
        org.apache.hadoop.fs.Path path,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        org.apache.hadoop.util.Progressable progress)
        throws IOException {
      failIf(createFails);
      return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize)
        throws IOException {
      failIf(openFails);
      return super.open(path, bufferSize);
    }

    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      failIf(deleteFails);
      return super.delete(path, recursive);
    }

    private static void failIf(boolean fault) throws IOException {
      if (fault) {
        throw new IOException("the disk fails");
      }
    }
  }
}
