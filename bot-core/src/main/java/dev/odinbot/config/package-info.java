/**
 * config.yml → records, with all faults found at once, each with file, line, key and remedy. The only package that sees
 * YAML. Imports {@code api}'s annotations. Any thread; everything is immutable once read.
 */
@NullMarked
package dev.odinbot.config;

import org.jspecify.annotations.NullMarked;
