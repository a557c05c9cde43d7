/**
 * What a plugin keeps beyond its unload and the bot's restart: keys with values, and tables of its own. Both belong to the
 * plugin's id and stay until somebody purges them on purpose. Imports {@code api} only.
 *
 * <p>Threads: every call returns at once; the work is done on the database's own threads, writes of one plugin in the order
 * in which they were asked for. A stage completes on a thread of its own, and exceptionally with a
 * {@link dev.odinbot.api.storage.StorageException} when the database could not do it; nothing already stored is lost then.
 */
@NullMarked
package dev.odinbot.api.storage;

import org.jspecify.annotations.NullMarked;
