// Start-up file for jshell:
//   jshell --class-path backproof.jar --startup backproof.jsh
// Behind it the lines of the tour work as they stand, and lines of your own.

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

import dev.backproof.autodiff.*;
import dev.backproof.autodiff.forward.*;
import dev.backproof.autodiff.program.*;
import dev.backproof.autodiff.program.pass.*;
import dev.backproof.autodiff.program.plan.*;
import dev.backproof.autodiff.rule.*;
import dev.backproof.autodiff.tape.*;
import dev.backproof.core.*;
import dev.backproof.core.witness.*;
import dev.backproof.mlp.*;
import dev.backproof.mlp.closedform.*;
import dev.backproof.verify.assertion.*;
import dev.backproof.verify.check.*;
import dev.backproof.verify.display.Display;
import dev.backproof.verify.page.Lesson;
import dev.backproof.verify.report.*;
import dev.backproof.verify.tour.Tour;

import static dev.backproof.verify.assertion.GradientAssertions.*;
import static dev.backproof.verify.assertion.Operand.*;

var out = System.out;
