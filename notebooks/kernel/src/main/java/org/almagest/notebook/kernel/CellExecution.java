package org.almagest.notebook.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs the compiled code of cells within this process, each piece in a thread of its own that can
 * be stopped, and keeps the value or failure it ended with, of which JShell itself knows only the
 * text.
 */
final class CellExecution extends DirectExecutionControl {
  /** How long code may take to end after an interrupt, until its thread is stopped. */
  private static final int GRACE_TIMES = 20;

  private static final long GRACE_MILLIS = 100;

  private final Runnable endCalls;

  private final ThreadGroup threads = new ThreadGroup("cells");
  private volatile Optional<Object> value = Optional.empty();
  private volatile Optional<Throwable> failure = Optional.empty();
  private volatile boolean interrupted;
  private volatile Thread running;

  /**
   * @param endCalls ends what an interrupt of its thread does not reach, such as queries; called
   *     again until the code ends, since it may only be about to begin with one
   */
  CellExecution(Runnable endCalls) {
    this.endCalls = endCalls;
  }

  /** Hands this to JShell. */
  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "cells";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return CellExecution.this;
      }
    };
  }

  /** Forgets what the last piece of code left. */
  void forget() {
    value = Optional.empty();
    failure = Optional.empty();
  }

  /** Makes ready for a new cell. */
  synchronized void begin() {
    forget();
    interrupted = false;
  }

  /** What the last piece of code gave, if that is not null. */
  Optional<Object> value() {
    return value;
  }

  /** What the last piece of code threw. */
  Optional<Throwable> failure() {
    return failure;
  }

  /** Whether the cell is to end. */
  boolean wasInterrupted() {
    return interrupted;
  }

  @Override
  protected String invoke(Method code) throws Exception {
    FutureTask<Object> task = new FutureTask<>(() -> code.invoke(null));
    Thread thread = new Thread(threads, task, "cell");
    thread.setContextClassLoader(code.getDeclaringClass().getClassLoader());
    synchronized (this) {
      // A cell can be interrupted while a piece of it is compiled.
      if (interrupted) {
        throw new StoppedException();
      }
      running = thread;
      thread.start();
    }
    try {
      value = Optional.ofNullable(result(task, thread));
    } catch (InvocationTargetException e) {
      failure = Optional.of(e.getCause());
      if (interrupted) {
        throw new StoppedException();
      }
      throw e;
    } finally {
      running = null;
    }
    // Nobody reads the text of the value.
    return "";
  }

  private Object result(FutureTask<Object> task, Thread thread) throws Exception {
    while (true) {
      try {
        return task.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (interrupted && !thread.isAlive()) {
          throw new StoppedException();
        }
      } catch (java.util.concurrent.ExecutionException e) {
        if (e.getCause() instanceof InvocationTargetException thrown) {
          throw thrown;
        }
        // A thread that is stopped just outside of the code.
        if (interrupted) {
          throw new StoppedException();
        }
        throw e;
      }
    }
  }

  /** Interrupts what runs; what does not end by itself then is stopped. */
  @Override
  public void stop() {
    Thread thread;
    synchronized (this) {
      interrupted = true;
      thread = running;
    }
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      for (int i = 0; i < GRACE_TIMES && thread.isAlive(); i++) {
        endCalls.run();
        thread.join(GRACE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      end(thread);
    }
  }

  /**
   * A loop that asks nobody can be ended in no other way; only a person's own code is cut short.
   */
  @SuppressWarnings("deprecation")
  private static void end(Thread thread) {
    thread.stop();
  }
}
