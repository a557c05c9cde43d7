package dev.odinbot.bot.room;

import com.google.inject.AbstractModule;
import com.google.inject.name.Names;
import dev.odinbot.api.room.Rooms;

/** Wires the rooms. */
public final class RoomModule extends AbstractModule {

    private final String version;

    /** @param version of the bot, which it tells to the rooms */
    public RoomModule(String version) {
        this.version = version;
    }

    @Override
    protected void configure() {
        bindConstant().annotatedWith(Names.named("version")).to(version);
        bind(BotRooms.class);
        bind(Rooms.class).to(BotRooms.class);
        bind(Commands.class);
        bind(OwnCommands.class).asEagerSingleton();
    }
}
