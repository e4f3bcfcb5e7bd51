/**
 * Data to learn from: made on the spot from a seed, or read from a file that the user has.
 *
 * <p>Moons, circles, spirals, blobs, exclusive or and digits drawn with a pen are generated:
 * nothing is downloaded and nothing is stored, so that an experiment is reproduced by its seed.
 * Example i of a generated data set has the label i mod m. Any run of consecutive examples is
 * therefore balanced within one, and the first examples for training and the rest for testing are a
 * fair split. Of a file nothing of the kind is known; {@link dev.backproof.mlp.data.Split}
 * shuffles.
 *
 * <p>{@link dev.backproof.mlp.data.CsvData} reads CSV (by FastCSV), {@link
 * dev.backproof.mlp.data.IdxData} the format of MNIST. What is wrong with a file is a {@link
 * dev.backproof.mlp.data.DataFault}: one line that names the file, the line and the column, what
 * was expected, and what to do.
 */
@NullMarked
package dev.backproof.mlp.data;

import org.jspecify.annotations.NullMarked;
