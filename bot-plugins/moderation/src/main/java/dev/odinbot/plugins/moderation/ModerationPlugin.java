package dev.odinbot.plugins.moderation;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Permissions;
import java.time.Clock;

/** Keeps rooms in order. */
final class ModerationPlugin implements Plugin {

    private final Moderation moderation;
    private final Permissions permissions;
    private final Clock clock;

    ModerationPlugin(Moderation moderation, Permissions permissions, Clock clock) {
        this.moderation = moderation;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public void start(PluginContext context) {
        ModerationConfig config = context.config(ModerationConfig.class);
        context.register(new ModerationCommands(moderation, permissions));
        context.register(new ChatFilter(config, moderation, permissions, context.messages(), clock));
    }
}
