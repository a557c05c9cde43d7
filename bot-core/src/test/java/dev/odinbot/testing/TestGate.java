package dev.odinbot.testing;

import com.google.inject.Guice;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.command.requirement.RequirementGate;
import dev.odinbot.permission.PermissionConfig;
import dev.odinbot.permission.PermissionModule;

/** Makes gates at which nobody is in a group, so that everyone may what a command grants to everyone. */
public final class TestGate {

    private TestGate() {}

    public static RequirementGate open() {
        return new RequirementGate(permissions(PermissionConfig.NONE), new FakeTicker(), CommandsConfig.NONE);
    }

    /** Permissions that are kept in memory. */
    public static Permissions permissions(PermissionConfig config) {
        return Guice.createInjector(PermissionModule.inMemory(config)).getInstance(Permissions.class);
    }
}
