/**
 * Who may do what: groups, their permissions, and who is in them. Imports {@code api} and {@code config}; what is changed at run time
 * goes through {@link dev.odinbot.permission.PermissionStore}, which {@code store} implements.
 *
 * <p>Threads: questions are answered from memory on any thread, without a lock.
 */
@NullMarked
package dev.odinbot.permission;

import org.jspecify.annotations.NullMarked;
