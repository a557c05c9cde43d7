package @package@;

import dev.odinbot.api.Default;

/**
 * The section {@code plugins.@id@} of config.yml.
 *
 * @param greeting what it says before the name
 */
record @Name@Config(@Default("Hello") String greeting) {}
