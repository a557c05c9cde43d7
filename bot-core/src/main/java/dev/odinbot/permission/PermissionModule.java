package dev.odinbot.permission;

import com.google.inject.AbstractModule;
import dev.odinbot.api.admin.Permissions;

/** Permissions by group and user. Needs a {@link PermissionStore}. */
public final class PermissionModule extends AbstractModule {

    private final PermissionConfig config;
    private final boolean inMemory;

    public PermissionModule(PermissionConfig config) {
        this(config, false);
    }

    private PermissionModule(PermissionConfig config, boolean inMemory) {
        this.config = config;
        this.inMemory = inMemory;
    }

    /** With a store of its own: what is granted at run time lasts as long as the program. */
    public static PermissionModule inMemory(PermissionConfig config) {
        return new PermissionModule(config, true);
    }

    @Override
    protected void configure() {
        bind(Permissions.class).to(PermissionService.class);
        bind(PermissionConfig.class).toInstance(config);
        if (inMemory) {
            bind(PermissionStore.class).to(MemoryPermissionStore.class);
        }
    }
}
