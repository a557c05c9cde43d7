package dev.odinbot.plugins.admin;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

/** The owner's commands. */
final class AdminPlugin implements Plugin {

    private final PluginCommands plugins;
    private final GroupCommands groups;
    private final RoomCommands rooms;
    private final ProgramCommands program;

    AdminPlugin(PluginCommands plugins, GroupCommands groups, RoomCommands rooms, ProgramCommands program) {
        this.plugins = plugins;
        this.groups = groups;
        this.rooms = rooms;
        this.program = program;
    }

    @Override
    public void start(PluginContext context) {
        context.register(plugins);
        context.register(groups);
        context.register(rooms);
        context.register(program);
    }
}
