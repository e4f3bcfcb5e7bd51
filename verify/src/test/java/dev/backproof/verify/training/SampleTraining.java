package dev.backproof.verify.training;

import dev.backproof.core.Elementary;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.NamedData;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.data.StrokeDigits;
import dev.backproof.mlp.data.TwoMoons;
import dev.backproof.mlp.model.Model;
import dev.backproof.mlp.train.TrainingRun;
import dev.backproof.mlp.train.TrainingSettings;
import dev.backproof.mlp.train.TrainingState;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.verify.check.DeepGradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short trainings to report on. */
public final class SampleTraining {
  private SampleTraining() {}

  /** Moons whose names want to be markup. */
  public static TrainingReport moons() {
    Dataset moons = TwoMoons.generate(60, 0.2, 1);
    return of(
        new NamedData(
            "<moons> & \"sons\"",
            moons,
            List.of("x <b>", "y\"&"),
            List.of("<script>alert(1)</script>", "b&c"),
            Optional.empty(),
            Optional.empty()),
        4,
        0.25,
        0);
  }

  /** Digits, badly learned, so that there are mistakes. */
  public static TrainingReport digits() {
    return of(
        NamedData.pictures("digits", StrokeDigits.generate(200, 1), new Pictures(8, 8)), 2, 0.5, 0);
  }

  /** Moons with patience and nothing else special. */
  public static TrainingReport patient() {
    return of(NamedData.points("moons", TwoMoons.generate(40, 0.4, 1)), 60, 0.5, 3);
  }

  public static TrainingReport of(NamedData data, int epochs, double share, int patience) {
    TrainingSettings settings =
        new TrainingSettings(
            List.of(8),
            Elementary.RECT,
            TrainingStep.Gradient.CLOSED_FORM,
            0.1,
            0.5,
            0,
            0,
            10,
            epochs,
            patience,
            1);
    Split split = Split.of(data.dataset(), share, 1);
    TrainingRun run = new TrainingRun(settings, split);
    List<CheckedEpoch> checks = new ArrayList<>();
    Dataset few = split.training().range(0, 3);
    DeepGradientCheck check =
        new DeepGradientCheck(settings.network(), few.examples(), few.labels());
    while (!run.isFinished()) {
      run.step();
    }
    checks.add(
        new CheckedEpoch(
            run.history().size(),
            check.graph(run.state().parameters()),
            check.differences(run.state().parameters(), 1)));
    return new TrainingReport(
        data,
        split,
        settings,
        new Model(
            settings.network(),
            run.result(),
            data.inputs(),
            data.classes(),
            data.labelColumn(),
            Optional.empty(),
            data.pictures()),
        run.history(),
        run.state().best().map(TrainingState.Best::epoch),
        run.stoppedEarly(),
        checks);
  }
}
