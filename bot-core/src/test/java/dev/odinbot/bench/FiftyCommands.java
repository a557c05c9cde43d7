package dev.odinbot.bench;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import java.time.Duration;
import org.incendo.cloud.annotation.specifier.Greedy;
import org.incendo.cloud.annotation.specifier.Quoted;
import org.incendo.cloud.annotation.specifier.Range;

/** Fifty commands such as a bot has, declared for us and for cloud on the same methods, which do nothing. */
@SuppressWarnings("unused") // only what is declared matters
@org.incendo.cloud.annotations.Permission("bench.use")
final class FiftyCommands {

    private static final Reply DONE = Reply.of("done");

    enum Loop {
        OFF,
        ONE,
        ALL
    }

    @Command("play <query>")
    @Alias("p")
    @org.incendo.cloud.annotations.Command("play|p <query>")
    Reply play(Peer sender, @Rest @Greedy String query) {
        return DONE;
    }

    @Command("pause")
    @org.incendo.cloud.annotations.Command("pause")
    Reply pause(Peer sender) {
        return DONE;
    }

    @Command("resume")
    @org.incendo.cloud.annotations.Command("resume")
    Reply resume(Peer sender) {
        return DONE;
    }

    @Command("skip")
    @Alias("s")
    @org.incendo.cloud.annotations.Command("skip|s")
    Reply skip(Peer sender) {
        return DONE;
    }

    @Command("stop")
    @org.incendo.cloud.annotations.Command("stop")
    Reply stop(Peer sender) {
        return DONE;
    }

    @Command("nowplaying")
    @Alias("np")
    @org.incendo.cloud.annotations.Command("nowplaying|np")
    Reply nowPlaying(Peer sender) {
        return DONE;
    }

    @Command("queue [page]")
    @Alias("q")
    @org.incendo.cloud.annotations.Command("queue|q [page]")
    Reply queue(
            @Default("1")
                    @org.incendo.cloud.annotations.Default("1")
                    @Between(min = 1, max = 999)
                    @Range(min = "1", max = "999")
                    int page) {
        return DONE;
    }

    @Command("remove <n>")
    @org.incendo.cloud.annotations.Command("remove <n>")
    Reply remove(@Between(min = 1, max = 9999) @Range(min = "1", max = "9999") int n) {
        return DONE;
    }

    @Command("move <from> <to>")
    @org.incendo.cloud.annotations.Command("move <from> <to>")
    Reply move(
            @Between(min = 1, max = 9999) @Range(min = "1", max = "9999") int from,
            @Between(min = 1, max = 9999) @Range(min = "1", max = "9999") int to) {
        return DONE;
    }

    @Command("shuffle")
    @org.incendo.cloud.annotations.Command("shuffle")
    Reply shuffle(
            @Flag(shorthand = "a") @org.incendo.cloud.annotations.Flag(value = "all", aliases = "a") boolean all,
            @Flag(shorthand = "q") @org.incendo.cloud.annotations.Flag(value = "quietly", aliases = "q")
                    boolean quietly) {
        return DONE;
    }

    @Command("loop <mode>")
    @org.incendo.cloud.annotations.Command("loop <mode>")
    Reply loop(Loop mode) {
        return DONE;
    }

    @Command("volume <percent>")
    @Alias("vol")
    @org.incendo.cloud.annotations.Command("volume|vol <percent>")
    Reply volume(@Between(min = 0, max = 150) @Range(min = "0", max = "150") int percent) {
        return DONE;
    }

    @Command("seek <seconds>")
    @org.incendo.cloud.annotations.Command("seek <seconds>")
    Reply seek(@Between(min = 0, max = 86400) @Range(min = "0", max = "86400") int seconds) {
        return DONE;
    }

    @Command("forward <time>")
    @org.incendo.cloud.annotations.Command("forward <time>")
    Reply forward(Duration time) {
        return DONE;
    }

    @Command("rewind <time>")
    @org.incendo.cloud.annotations.Command("rewind <time>")
    Reply rewind(Duration time) {
        return DONE;
    }

    @Command("history [page]")
    @org.incendo.cloud.annotations.Command("history [page]")
    Reply history(
            @Default("1")
                    @org.incendo.cloud.annotations.Default("1")
                    @Between(min = 1, max = 999)
                    @Range(min = "1", max = "999")
                    int page) {
        return DONE;
    }

    @Command("lyrics <title>")
    @org.incendo.cloud.annotations.Command("lyrics <title>")
    Reply lyrics(@Rest @Greedy String title) {
        return DONE;
    }

    @Command("clear")
    @org.incendo.cloud.annotations.Command("clear")
    Reply clear(Peer sender) {
        return DONE;
    }

    @Command("speed <factor>")
    @org.incendo.cloud.annotations.Command("speed <factor>")
    Reply speed(double factor) {
        return DONE;
    }

    @Command("search <text>")
    @org.incendo.cloud.annotations.Command("search <text>")
    Reply search(
            @Quoted String text,
            @Default("10") @Flag(shorthand = "l") @org.incendo.cloud.annotations.Flag(value = "limit", aliases = "l")
                    int limit,
            @Flag(shorthand = "n") @org.incendo.cloud.annotations.Flag(value = "newest", aliases = "n")
                    boolean newest) {
        return DONE;
    }

    @Command("bass <on>")
    @org.incendo.cloud.annotations.Command("bass <on>")
    Reply bass(boolean on) {
        return DONE;
    }

    @Command("playlist save <name>")
    @org.incendo.cloud.annotations.Command("playlist save <name>")
    Reply playlistSave(@Quoted String name) {
        return DONE;
    }

    @Command("playlist load <name>")
    @org.incendo.cloud.annotations.Command("playlist load <name>")
    Reply playlistLoad(@Quoted String name) {
        return DONE;
    }

    @Command("playlist list [page]")
    @org.incendo.cloud.annotations.Command("playlist list [page]")
    Reply playlistList(
            @Default("1")
                    @org.incendo.cloud.annotations.Default("1")
                    @Between(min = 1, max = 999)
                    @Range(min = "1", max = "999")
                    int page) {
        return DONE;
    }

    @Command("playlist delete <name>")
    @org.incendo.cloud.annotations.Command("playlist delete <name>")
    Reply playlistDelete(@Quoted String name) {
        return DONE;
    }

    @Command("playlist rename <name> <other>")
    @org.incendo.cloud.annotations.Command("playlist rename <name> <other>")
    Reply playlistRename(@Quoted String name, @Quoted String other) {
        return DONE;
    }

    @Command("playlist add <name> <query>")
    @org.incendo.cloud.annotations.Command("playlist add <name> <query>")
    Reply playlistAdd(@Quoted String name, @Rest @Greedy String query) {
        return DONE;
    }

    @Command("radio play <station>")
    @org.incendo.cloud.annotations.Command("radio play <station>")
    Reply radioPlay(@Rest @Greedy String station) {
        return DONE;
    }

    @Command("radio list [page]")
    @org.incendo.cloud.annotations.Command("radio list [page]")
    Reply radioList(
            @Default("1")
                    @org.incendo.cloud.annotations.Default("1")
                    @Between(min = 1, max = 999)
                    @Range(min = "1", max = "999")
                    int page) {
        return DONE;
    }

    @Command("roll [sides]")
    @org.incendo.cloud.annotations.Command("roll [sides]")
    Reply roll(
            @Default("6")
                    @org.incendo.cloud.annotations.Default("6")
                    @Between(min = 1, max = 1000)
                    @Range(min = "1", max = "1000")
                    int sides) {
        return DONE;
    }

    @Command("choose <options>")
    @org.incendo.cloud.annotations.Command("choose <options>")
    Reply choose(@Rest @Greedy String options) {
        return DONE;
    }

    @Command("coin")
    @org.incendo.cloud.annotations.Command("coin")
    Reply coin(Peer sender) {
        return DONE;
    }

    @Command("poll start <question>")
    @org.incendo.cloud.annotations.Command("poll start <question>")
    Reply pollStart(@Rest @Greedy String question) {
        return DONE;
    }

    @Command("poll vote <n>")
    @org.incendo.cloud.annotations.Command("poll vote <n>")
    Reply pollVote(@Between(min = 1, max = 20) @Range(min = "1", max = "20") int n) {
        return DONE;
    }

    @Command("poll close")
    @org.incendo.cloud.annotations.Command("poll close")
    Reply pollClose(Peer sender) {
        return DONE;
    }

    @Command("say <first> <second>")
    @org.incendo.cloud.annotations.Command("say <first> <second>")
    Reply say(@Quoted String first, @Quoted String second) {
        return DONE;
    }

    @Command("kick <name>")
    @org.incendo.cloud.annotations.Command("kick <name>")
    Reply kick(@Quoted String name) {
        return DONE;
    }

    @Command("ban <name> <time>")
    @org.incendo.cloud.annotations.Command("ban <name> <time>")
    Reply ban(@Quoted String name, Duration time) {
        return DONE;
    }

    @Command("announce <text>")
    @org.incendo.cloud.annotations.Command("announce <text>")
    Reply announce(@Rest @Greedy String text) {
        return DONE;
    }

    @Command("plugins list")
    @org.incendo.cloud.annotations.Command("plugins list")
    Reply pluginsList(Peer sender) {
        return DONE;
    }

    @Command("plugins info <id>")
    @org.incendo.cloud.annotations.Command("plugins info <id>")
    Reply pluginsInfo(String id) {
        return DONE;
    }

    @Command("plugins reload <id>")
    @org.incendo.cloud.annotations.Command("plugins reload <id>")
    Reply pluginsReload(String id) {
        return DONE;
    }

    @Command("plugins enable <id>")
    @org.incendo.cloud.annotations.Command("plugins enable <id>")
    Reply pluginsEnable(String id) {
        return DONE;
    }

    @Command("perm grant <group> <permission>")
    @org.incendo.cloud.annotations.Command("perm grant <group> <permission>")
    Reply permGrant(String group, String permission) {
        return DONE;
    }

    @Command("perm revoke <group> <permission>")
    @org.incendo.cloud.annotations.Command("perm revoke <group> <permission>")
    Reply permRevoke(String group, String permission) {
        return DONE;
    }

    @Command("perm add <name> <group>")
    @org.incendo.cloud.annotations.Command("perm add <name> <group>")
    Reply permAdd(@Quoted String name, String group) {
        return DONE;
    }

    @Command("perm remove <name> <group>")
    @org.incendo.cloud.annotations.Command("perm remove <name> <group>")
    Reply permRemove(@Quoted String name, String group) {
        return DONE;
    }

    @Command("uptime")
    @org.incendo.cloud.annotations.Command("uptime")
    Reply uptime(Peer sender) {
        return DONE;
    }

    @Command("ping")
    @org.incendo.cloud.annotations.Command("ping")
    Reply ping(Peer sender) {
        return DONE;
    }

    @Command("shutdown")
    @org.incendo.cloud.annotations.Command("shutdown")
    @Permission(grantedTo = Permission.OWNER)
    @org.incendo.cloud.annotations.Permission("bench.own")
    Reply shutdown(Peer sender) {
        return DONE;
    }
}
