/** Ways in which pages differ from visit to visit though nobody has written on them. */
@org.jspecify.annotations.NullMarked
package signpost.sample.noise;
