package dev.odinbot.bench;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.incendo.cloud.CommandManager;
import org.incendo.cloud.annotations.AnnotationParser;
import org.incendo.cloud.exception.CommandParseException;
import org.incendo.cloud.exception.NoPermissionException;
import org.incendo.cloud.execution.ExecutionCoordinator;
import org.incendo.cloud.internal.CommandRegistrationHandler;

/** Incendo cloud as its own documentation sets it up: annotated commands, run on the calling thread. */
final class CloudDispatch {

    private final Peer sender;
    private final Manager manager = new Manager();

    CloudDispatch(Peer sender) {
        this.sender = sender;
        new AnnotationParser<>(manager, Peer.class).parse(new FiftyCommands());
    }

    /** What came of the line: a result, or the exception that cloud has for it. */
    Object dispatch(String line) {
        return manager.commandExecutor()
                .executeCommand(sender, line)
                .handle((result, fault) -> fault == null ? result : fault)
                .join();
    }

    static DispatchResult result(Object outcome) {
        Object cause = outcome instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : outcome;
        if (!(cause instanceof Throwable)) {
            return DispatchResult.RAN;
        }
        if (cause instanceof NoPermissionException) {
            return DispatchResult.DENIED;
        }
        if (cause instanceof CommandParseException) {
            return DispatchResult.REFUSED;
        }
        throw new IllegalStateException("cloud failed", (Throwable) cause);
    }

    private static final class Manager extends CommandManager<Peer> {

        private final Map<UserId, Set<String>> permissions = Map.of(new UserId("anna"), Set.of("bench.use"));

        Manager() {
            super(
                    ExecutionCoordinator.simpleCoordinator(),
                    CommandRegistrationHandler.nullCommandRegistrationHandler());
        }

        @Override
        public boolean hasPermission(Peer peer, String permission) {
            return permissions.getOrDefault(peer.userId(), Set.of()).contains(permission);
        }
    }
}
