package dev.backproof.autodiff.program.plan;

import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Classes made from programs while they are planned. Needs ASM, which is an optional dependency:
 * without it everything is interpreted.
 */
final class GeneratedWalk {
  private static final boolean AVAILABLE = isAvailable();
  private static final String NAME = GeneratedWalk.class.getName().replace('.', '/') + "Code";

  private GeneratedWalk() {}

  private static boolean isAvailable() {
    try {
      Class.forName("org.objectweb.asm.ClassWriter");
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** Whether classes can be made here. */
  static boolean available() {
    return AVAILABLE;
  }

  /** A step whose code is written by {@code body}. */
  static Step make(Consumer<Emitter> body) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(Step.class)});
    MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([[D)V", null, null);
    run.visitCode();
    body.accept(new Emitter(run));
    run.visitInsn(Opcodes.RETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    writer.visitEnd();
    try {
      return (Step)
          MethodHandles.lookup()
              .defineHiddenClass(writer.toByteArray(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("plan: a generated class cannot be made", e);
    }
  }
}
