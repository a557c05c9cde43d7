package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.token.AccessKey;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the owner of an access key can have a gateway do in its rooms, without being in them. Any thread; nothing blocks. */
public interface GatewayCommands {

    /** @param by the user id in the token, which the gateway may log */
    record Authority(URI gateway, AccessKey key, UserId by) {}

    /** Completes with why it was not done, as a sentence's middle; empty when it was. Never exceptionally. */
    CompletionStage<Optional<String>> carryOut(Authority authority, RoomId room, GatewayCall call);
}
