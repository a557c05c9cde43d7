package dev.odinbot.bot;

import dev.odinbot.api.Default;
import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import dev.odinbot.config.Nearest;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.player.PlayerConfig;
import dev.odinbot.plugin.PluginsConfig;
import dev.odinbot.store.StoreConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All of config.yml. */
public record BotConfig(
        OdinConfig odin,
        IdentityConfig bot,
        @Default("[]") List<RoomConfig> rooms,
        PlayerConfig audio,
        HttpConfig localServer,
        StoreConfig storage,
        PermissionConfig permissions,
        CommandsConfig commands,
        ChatConfig chat,
        PluginsConfig plugins)
        implements Checked {

    @Override
    public void check(Faults faults) {
        Map<String, Integer> firstById = new HashMap<>();
        for (int i = 0; i < rooms.size(); i++) {
            RoomConfig room = rooms.get(i);
            Integer first = firstById.putIfAbsent(room.id(), i);
            if (first != null) {
                faults.at("rooms")
                        .at(i)
                        .at("id")
                        .add(
                                "this room is already rooms[" + first + "]",
                                "Remove one of the two, or give it another id.");
            }
            checkKey(
                    room.key(),
                    faults.at("rooms").at(i).at("key"),
                    faults.at("odin").at("keys"));
        }
    }

    /** The name is not shown: it may be an access key put in the wrong place. */
    private void checkKey(String name, Faults atRoom, Faults atKeys) {
        String key = odin.keys().get(name);
        if (key == null) {
            Set<String> names = odin.keys().keySet();
            List<String> shown = names.stream().map(OdinConfig::shown).toList();
            String remedy = Nearest.to(name, names)
                    .map(nearest -> "Did you mean " + OdinConfig.shown(nearest) + "?")
                    .orElse(names.isEmpty() ? "Add it there." : "Write one of: " + String.join(", ", shown) + ".");
            atRoom.add("odin.keys has no key of this name", remedy);
        } else if (key.isEmpty() && !odin.local()) {
            OdinConfig.place(atKeys, name)
                    .add(
                            "the access key is empty, but the gateway is not the local one",
                            "Set it to your access key, for instance through its environment variable, or set odin.gateway to"
                                    + " local.");
        }
    }
}
