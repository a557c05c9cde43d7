package dev.odinbot.permission;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionConfigTest {

    @Test
    void check_everyMistake_isReportedAtOnce() {
        String yaml = String.join(
                "\n",
                "groups:",
                "  dj: {inherits: [moderater], permissions: [music.*, music., '-*', 'a b']}",
                "  DJ: {}",
                "  two words: {}",
                "  a: {inherits: [b]}",
                "  b: {inherits: [a]}",
                "  everyone: {inherits: [owner]}",
                "users:",
                "  user-1: [ownr, somethingelse]");

        assertThatThrownBy(() -> new ConfigReader(Map.of()).read("config.yml", yaml, PermissionConfig.class))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        config.yml:2:19: groups.dj.inherits[0]: there is no such group. Did you mean moderator?
                        config.yml:2:54: groups.dj.permissions[1]: this is no permission. Write for instance music.play,\
                         music.* or "*", with a dash before it to take it away.
                        config.yml:2:68: groups.dj.permissions[3]: this is no permission. Write for instance music.play,\
                         music.* or "*", with a dash before it to take it away.
                        config.yml:3:7: groups.DJ: this group is already there as "dj". Remove one of the two.
                        config.yml:4:14: groups.two words: this is no name of a group. Use up to 40 letters, digits, - and _.
                        config.yml:5:17: groups.a.inherits: the group inherits from itself: a > b > a. Remove one of these\
                         steps.
                        config.yml:6:17: groups.b.inherits: the group inherits from itself: b > a > b. Remove one of these\
                         steps.
                        config.yml:7:24: groups.everyone.inherits: the group inherits from itself: everyone > owner >\
                         moderator > everyone. Remove one of these steps.
                        config.yml:9:12: users.user-1[0]: there is no such group. Did you mean owner?
                        config.yml:9:18: users.user-1[1]: there is no such group. Add it to permissions.groups, or write one\
                         of: a, b, dj, everyone, moderator, owner, two words.""");
    }

    @Test
    void check_takingFromOwner_isAFault() {
        String yaml = "groups: {Owner: {permissions: [music.play, -admin.*]}}";

        assertThatThrownBy(() -> new ConfigReader(Map.of()).read("config.yml", yaml, PermissionConfig.class))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        config.yml:1:44: groups.Owner.permissions[1]: the group owner has every permission, and none can be\
                         taken from it. Remove this, or make a group of its own for those who are to have less.""");
    }
}
