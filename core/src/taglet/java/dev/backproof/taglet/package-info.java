/**
 * The tag <code>&#123;@math …&#125;</code> of our Javadoc: a formula as it stands in the source,
 * set as MathML on the page. Used while the documentation is built, and part of no jar.
 */
package dev.backproof.taglet;
