package dev.backproof.mlp.train;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.data.DataFault;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.model.NpzFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The state of a training as a file, with what it may be gone on with: the settings, and a
 * fingerprint of the data. One file in the format NPZ, so that it is there whole or not at all.
 */
public final class Checkpoint {
  private static final Gson GSON = new Gson();
  private static final String HISTORY = "history";
  private static final int COLUMNS = 4;

  /** Bytes that are digested at once; whole numbers of 64 bits. */
  private static final int PIECE = 1 << 16;

  private final TrainingSettings settings;

  /** What has to be the same for a training to go on; the number of epochs need not. */
  private final JsonObject about;

  /**
   * The checkpoints of a training.
   *
   * @param data what it is trained on, as the network sees it
   */
  public Checkpoint(TrainingSettings settings, Split data) {
    this.settings = settings;
    this.about = about(settings, data);
  }

  /**
   * What a checkpoint holds.
   *
   * @param state to go on from
   * @param note what the writer wanted to find again
   */
  public record Saved(TrainingState state, String note) {}

  /**
   * The file.
   *
   * @param note anything the caller wants to find again
   */
  public byte[] write(TrainingState state, String note) {
    JsonObject about = this.about.deepCopy();
    about.addProperty("note", note);
    about.addProperty("epoch", state.epoch());
    about.addProperty("step", state.step());
    Map<String, DenseTensor> arrays = new LinkedHashMap<>();
    put(arrays, "", state.parameters());
    state.velocities().ifPresent(v -> put(arrays, "v", v));
    state
        .best()
        .ifPresent(
            best -> {
              about.addProperty("bestEpoch", best.epoch());
              arrays.put("best_loss", DenseTensor.scalar(best.loss()));
              put(arrays, "best_", best.parameters());
            });
    arrays.put("loss_sum", DenseTensor.scalar(state.lossSum()));
    double[] rows =
        state.history().stream()
            .flatMapToDouble(
                e -> DoubleStream.of(e.number(), e.loss(), e.judgedLoss(), e.accuracy()))
            .toArray();
    arrays.put(HISTORY, DenseTensor.of(Shape.of(state.history().size(), COLUMNS), rows));
    return new NpzFile(GSON.toJson(about), arrays).bytes();
  }

  private static void put(
      Map<String, DenseTensor> arrays, String prefix, DeepParameters<DenseTensor> parts) {
    List<String> names = DeepParameters.names(parts.depth()).list();
    for (int i = 0; i < names.size(); i++) {
      arrays.put(prefix + names.get(i), parts.list().get(i));
    }
  }

  private static JsonObject about(TrainingSettings settings, Split data) {
    JsonObject about = new JsonObject();
    about.addProperty("hidden", settings.hidden().toString());
    about.addProperty("activation", settings.activation().toString());
    about.addProperty("gradient", settings.gradient().toString());
    about.addProperty("eta", settings.eta());
    about.addProperty("momentum", settings.momentum());
    about.addProperty("l1", settings.l1());
    about.addProperty("l2", settings.l2());
    about.addProperty("batch", settings.batch());
    about.addProperty("patience", settings.patience());
    about.addProperty("seed", settings.seed());
    about.addProperty("data", fingerprint(data));
    return about;
  }

  private static String fingerprint(Split data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      update(digest, data.training());
      data.validation().ifPresent(kept -> update(digest, kept));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, Dataset data) {
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    for (DenseTensor part : List.of(data.examples(), data.labels())) {
      digest.update(part.shape().toString().getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < part.count(); i++) {
        bytes.putDouble(part.at(i));
        if (!bytes.hasRemaining()) {
          digest.update(bytes.array());
          bytes.clear();
        }
      }
      digest.update(bytes.array(), 0, bytes.position());
      bytes.clear();
    }
  }

  /**
   * Reads a state to go on from.
   *
   * @param file what it is called in messages
   * @throws DataFault if it is none, or one of a training with other settings or data
   */
  public Saved read(String file, byte[] bytes) {
    NpzFile npz = NpzFile.read(file, bytes);
    try {
      JsonObject found = JsonParser.parseString(npz.text()).getAsJsonObject();
      requireSame(file, found, about);
      int depth = settings.step().depth();
      Optional<TrainingState.Best> best =
          found.has("bestEpoch")
              ? Optional.of(
                  new TrainingState.Best(
                      found.get("bestEpoch").getAsInt(),
                      npz.array(file, "best_loss").item(),
                      parameters(file, npz, "best_", depth)))
              : Optional.empty();
      TrainingState state =
          new TrainingState(
              found.get("epoch").getAsInt(),
              found.get("step").getAsInt(),
              npz.array(file, "loss_sum").item(),
              parameters(file, npz, "", depth),
              settings.step().momentum()
                  ? Optional.of(parameters(file, npz, "v", depth))
                  : Optional.empty(),
              history(npz.array(file, HISTORY)),
              best);
      return new Saved(state, found.get("note").getAsString());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new DataFault(file, "no checkpoint of a training");
    }
  }

  private static void requireSame(String file, JsonObject found, JsonObject wanted) {
    for (Map.Entry<String, JsonElement> setting : wanted.entrySet()) {
      JsonElement other = found.get(setting.getKey());
      if (other == null) {
        throw new DataFault(file, "no checkpoint of a training");
      }
      if (!other.getAsString().equals(setting.getValue().getAsString())) {
        throw new DataFault(
            file,
            setting.getKey().equals("data")
                ? "it is of a training on other data; take the same, or begin anew"
                : "it is of a training with "
                    + setting.getKey()
                    + " "
                    + other.getAsString()
                    + ", not "
                    + setting.getValue().getAsString()
                    + "; say the same, or begin anew");
      }
    }
  }

  private static DeepParameters<DenseTensor> parameters(
      String file, NpzFile npz, String prefix, int depth) {
    return DeepParameters.names(depth).map(name -> npz.array(file, prefix + name));
  }

  private static List<Epoch> history(DenseTensor rows) {
    List<Epoch> history = new ArrayList<>();
    for (int i = 0; i < rows.count(); i += COLUMNS) {
      history.add(new Epoch((int) rows.at(i), rows.at(i + 1), rows.at(i + 2), rows.at(i + 3)));
    }
    return history;
  }
}
