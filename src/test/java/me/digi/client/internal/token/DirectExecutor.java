package me.digi.client.internal.token;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Does the work on the thread that hands it in. */
final class DirectExecutor extends AbstractExecutorService {
    private boolean isShutdown;

    @Override
    public void execute(Runnable work) {
        if (isShutdown) {
            throw new RejectedExecutionException("shut down");
        }
        work.run();
    }

    @Override
    public void shutdown() {
        isShutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        isShutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown;
    }
}
