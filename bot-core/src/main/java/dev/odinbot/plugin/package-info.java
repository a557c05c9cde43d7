/**
 * Plugin jars: descriptors, isolation, and their life while the bot runs. Imports {@code api}, {@code config}, {@code text} and {@code
 * time}; commands and listeners reach their registries through {@link dev.odinbot.plugin.HandlerRegistrar}, which {@code bot} binds.
 *
 * <p>PF4J reads descriptors, compares versions and is the base of the class loader. Its manager is not used: it knows one plugin per id,
 * while a reload here has the old and the new one side by side until the new one has started.
 *
 * <pre>
 *                 its jar is read                     it starts
 *   (folder) ────────────────────────▶ LOADED ──────────────────────▶ STARTED ─┐ reload: the new one in the
 *       │                             ▲  │  ▲                            │  ▲  │ old one's place, or the old
 *       │ its descriptor         tried │  │  │ unload and disable of what │  └──┘ one goes on
 *       │ cannot be read         again │  │  │ it needs; end of the bot   │
 *       ▼                              │  │  └────────────────────────────┘
 *    FAILED ───────────────────────────┘  │  disable (STARTED is stopped first)
 *       ▲                                 ├──────────────────▶ DISABLED
 *       └─────────────────────────────────┘ ◀──────────────────
 *            it cannot start                      enable
 *
 *   unload, or its jar gone from the folder: from every state back to (folder)
 * </pre>
 *
 * <p>LOADED lasts only where a plugin waits for another one that is switched off. One that has failed because of another one is tried
 * again by itself when something else has started; any other when its jar changes or somebody asks.
 *
 * <p>Threads: every change is made on the thread {@code plugin-control}, one after the other. A plugin's constructors, start and stop
 * run on a thread of their own each, for which the control thread waits for a bounded time; its tasks on {@code plugin-<id>-n}. When the
 * bot ends all stop side by side, each after those that depend on it.
 */
@NullMarked
package dev.odinbot.plugin;

import org.jspecify.annotations.NullMarked;
