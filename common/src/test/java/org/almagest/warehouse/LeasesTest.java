package org.almagest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.almagest.fault.AlmagestException;
import org.almagest.fault.ExitCode;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a lease, and when it ends. */
class LeasesTest {
  private static final LeaseHolder HERE = LeaseHolder.thisProcess();

  @TempDir private Path root;
  private Leases leases;

  @BeforeEach
  void open() throws IOException {
    var path = new org.apache.hadoop.fs.Path(root.toUri());
    leases = new Leases(WarehouseFileSystem.of(path, new Configuration()), new Layout(path));
  }

  private Path heldBy(LeaseHolder holder) throws IOException {
    Path lease = root.resolve("_leases/run-a");
    Files.createDirectories(lease.getParent());
    return Files.write(lease, holder.bytes());
  }

  /** A process of this host that is no more. */
  private static LeaseHolder ended() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return new LeaseHolder(HERE.host(), HERE.system(), process.pid(), 0, "gone");
  }

  private void assertHeldByAnother() {
    assertThatThrownBy(() -> leases.ofRun("a"))
        .isInstanceOfSatisfying(
            AlmagestException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT))
        .hasMessageContaining("at work on the run 'a'");
  }

  @Test
  void aRunHasOneHolderUntilItIsGivenBack() throws IOException {
    try (Lease lease = leases.ofRun("a")) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(leases.runs()).containsExactly("a");
      assertHeldByAnother();
    }
    assertThat(root.resolve("_leases")).doesNotExist();
    leases.ofRun("a").close();
  }

  @Test
  void theLeaseOfAProcessOfThisHostThatIsGoneIsTakenOverAtOnce() throws Exception {
    heldBy(ended());
    assertThat(leases.isLive("a")).isFalse();

    heldBy(ended());
    try (Lease lease = leases.ofRun("a")) {
      assertThat(lease.isHeld()).isTrue();
    }
    assertThat(root.resolve("_leases")).doesNotExist();
  }

  @Test
  void aProcessThatHasTheNumberOfOneThatIsGoneHoldsNothing() throws IOException {
    LeaseHolder reused =
        new LeaseHolder(
            HERE.host(), HERE.system(), HERE.process(), HERE.startedMillis() - 3_600_000, "old");
    assertThat(HERE.startedMillis()).as("known on this system").isPositive();
    heldBy(reused);
    leases.ofRun("a").close();
  }

  @Test
  void theLeaseOfAnotherHostOrContainerIsWaitedFor() throws Exception {
    LeaseHolder gone = ended();
    heldBy(new LeaseHolder("elsewhere", gone.system(), gone.process(), 0, "x"));
    assertHeldByAnother();
    Path lease = heldBy(new LeaseHolder(gone.host(), "another boot", gone.process(), 0, "x"));
    assertHeldByAnother();

    Files.setLastModifiedTime(
        lease, FileTime.from(Instant.now().minus(Leases.LIFE).minusSeconds(5)));
    leases.ofRun("a").close();
  }

  @Test
  void aLeaseThatWasTakenOverIsNoLongerHeldAndIsLeftToItsNewHolder() throws IOException {
    Path file;
    try (Lease lease = leases.ofRun("a")) {
      file = heldBy(new LeaseHolder("elsewhere", "", 7, 0, "theirs"));
      assertThat(lease.isHeld()).isFalse();
    }
    assertThat(file).exists();
  }

  @Test
  void ofManyWhoTakeOverADeadLeaseOneGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        heldBy(ended());
        List<Callable<Lease>> takers = new ArrayList<>();
        for (int taker = 0; taker < 8; taker++) {
          takers.add(
              () -> {
                try {
                  return leases.ofRun("a");
                } catch (AlmagestException e) {
                  return null;
                }
              });
        }
        List<Lease> held = new ArrayList<>();
        for (Future<Lease> taken : threads.invokeAll(takers)) {
          if (taken.get() != null) {
            held.add(taken.get());
          }
        }
        int stillHeld = 0;
        for (Lease lease : held) {
          stillHeld += lease.isHeld() ? 1 : 0;
        }
        assertThat(stillHeld).as("round %d", round).isEqualTo(1);
        for (Lease lease : held) {
          lease.close();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
