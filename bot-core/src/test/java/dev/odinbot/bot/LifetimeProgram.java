package dev.odinbot.bot;

import dev.odinbot.http.HttpServerException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A program that LifetimeTest starts in a JVM of its own; its argument says how it behaves. */
final class LifetimeProgram implements Running {

    private final String behaviour;
    private final CountDownLatch ending = new CountDownLatch(1);

    private LifetimeProgram(String behaviour) {
        this.behaviour = behaviour;
    }

    public static void main(String[] args) {
        System.exit(new Lifetime(new LifetimeProgram(args[0]))
                .run((joined, configured, page) -> Stdout.open().println("READY")));
    }

    @Override
    public void start(ReadyListener onReady) {
        switch (behaviour) {
            case "port-in-use" ->
                throw new HttpServerException("port 8080 is in use: change local-server.port", new Exception());
            case "broken" -> throw new IllegalStateException("broken");
            case "slow-start" -> {
                Stdout.open().println("STARTING");
                awaitEnding();
            }
            default -> onReady.ready(1, 1, URI.create("http://localhost:8080/"));
        }
    }

    private void awaitEnding() {
        try {
            ending.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ending() {
        ending.countDown();
    }

    @Override
    public void close() {
        LoggerFactory.getLogger(LifetimeProgram.class).warn("closed");
        if (behaviour.equals("stuck")) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (behaviour.equals("fails-to-close")) {
            throw new IllegalStateException("cannot close");
        }
    }
}
