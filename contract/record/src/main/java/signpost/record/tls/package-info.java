/** Certificates and keys in PEM files, for the servers that Signpost signs in at. */
@NullMarked
package signpost.record.tls;

import org.jspecify.annotations.NullMarked;
