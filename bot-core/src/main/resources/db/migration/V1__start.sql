-- For SQLite and PostgreSQL alike. Released versions are never changed; add a file, and raise Schema.NEWEST.

create table permission_group (
    name text not null primary key
);

-- What a group inherits from and what it allows, each in the order in which it was given.
create table permission_group_entry (
    group_name text not null references permission_group (name) on delete cascade,
    kind text not null check (kind in ('inherits', 'allows')),
    position integer not null,
    entry text not null,
    primary key (group_name, kind, position)
);

-- Groups may also be those of config.yml, so they need not be in permission_group.
create table permission_user (
    user_id text not null,
    position integer not null,
    group_name text not null,
    primary key (user_id, position)
);

create table plugin_switch (
    plugin text not null primary key
);

create table plugin_key (
    plugin text not null,
    name text not null,
    value text not null,
    primary key (plugin, name)
);

-- Which of a plugin's own statements have been run, and a digest of each.
create table plugin_version (
    plugin text not null,
    version integer not null,
    digest text not null,
    primary key (plugin, version)
);

create table room_setting (
    room text not null,
    name text not null,
    value text not null,
    primary key (room, name)
);
