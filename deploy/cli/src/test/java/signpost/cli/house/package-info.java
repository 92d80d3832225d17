/** Rules that every module keeps, read from the classes as they are compiled. */
@NullMarked
package signpost.cli.house;

import org.jspecify.annotations.NullMarked;
