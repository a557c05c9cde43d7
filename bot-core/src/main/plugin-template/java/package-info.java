/** Says hello, and counts who comes in. */
@NullMarked
package @package@;

import org.jspecify.annotations.NullMarked;
