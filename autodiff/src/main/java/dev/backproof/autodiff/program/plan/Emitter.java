package dev.backproof.autodiff.program.plan;

import dev.backproof.core.AxisKernels;
import dev.backproof.core.Elementary;
import dev.backproof.core.EntrywiseKernels;
import dev.backproof.core.Op;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bytecode of the things that walks are made of. */
final class Emitter {
  private static final String LABELS = Type.getInternalName(AxisKernels.class);
  private static final String KERNELS = Type.getInternalName(EntrywiseKernels.class);
  private static final String ELEMENTARY = Type.getInternalName(Elementary.class);
  private static final String MATH = "java/lang/Math";
  private static final int FIRST_FREE = 2;

  private final MethodVisitor method;
  private int nextLocal = FIRST_FREE;

  /**
   * Writes into the body of a method {@code run(double[][] memory)}.
   *
   * @param method its code, begun
   */
  Emitter(MethodVisitor method) {
    this.method = method;
  }

  /** A new local variable of two words. */
  int newDouble() {
    nextLocal += 2;
    return nextLocal - 2;
  }

  /** A new local variable of one word. */
  int newWord() {
    nextLocal++;
    return nextLocal - 1;
  }

  /** A local variable that holds an array of the memory. */
  int array(int slot) {
    int local = newWord();
    method.visitVarInsn(Opcodes.ALOAD, 1);
    push(slot);
    method.visitInsn(Opcodes.AALOAD);
    method.visitVarInsn(Opcodes.ASTORE, local);
    return local;
  }

  void push(int number) {
    if (number >= -1 && number <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number <= Short.MAX_VALUE) {
      method.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      method.visitLdcInsn(number);
    }
  }

  void push(double number) {
    method.visitLdcInsn(number);
  }

  void loadInt(int local) {
    method.visitVarInsn(Opcodes.ILOAD, local);
  }

  void storeInt(int local) {
    method.visitVarInsn(Opcodes.ISTORE, local);
  }

  void loadDouble(int local) {
    method.visitVarInsn(Opcodes.DLOAD, local);
  }

  void storeDouble(int local) {
    method.visitVarInsn(Opcodes.DSTORE, local);
  }

  void addInts() {
    method.visitInsn(Opcodes.IADD);
  }

  void addDoubles() {
    method.visitInsn(Opcodes.DADD);
  }

  void timesDoubles() {
    method.visitInsn(Opcodes.DMUL);
  }

  void maxDoubles() {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "max", "(DD)D", false);
  }

  void timesInts() {
    method.visitInsn(Opcodes.IMUL);
  }

  /** Something to be done again and again. */
  interface Code {
    void emit();
  }

  /** for (index = 0; index &lt; count; index++). */
  void loop(int index, int count, Code body) {
    loop(index, () -> push(0), () -> push(count), body);
  }

  /** for (index = from; index &lt; to; index++). */
  void loop(int index, Code from, Code to, Code body) {
    from.emit();
    storeInt(index);
    Label test = new Label();
    Label again = new Label();
    method.visitJumpInsn(Opcodes.GOTO, test);
    method.visitLabel(again);
    body.emit();
    method.visitIincInsn(index, 1);
    method.visitLabel(test);
    loadInt(index);
    to.emit();
    method.visitJumpInsn(Opcodes.IF_ICMPLT, again);
  }

  /** array[index] on the stack. */
  void loadEntry(int array, Code index) {
    method.visitVarInsn(Opcodes.ALOAD, array);
    index.emit();
    method.visitInsn(Opcodes.DALOAD);
  }

  /** array[index] = value. */
  void storeEntry(int array, Code index, Code value) {
    method.visitVarInsn(Opcodes.ALOAD, array);
    index.emit();
    value.emit();
    method.visitInsn(Opcodes.DASTORE);
  }

  /** Applies an entrywise operation to what lies on the stack. */
  void apply(Op op) {
    switch (op.primitive()) {
      case MAP -> throw new IllegalStateException("a function is pushed before its argument");
      case PLUS -> method.visitInsn(Opcodes.DADD);
      case MINUS -> method.visitInsn(Opcodes.DSUB);
      case TIMES -> method.visitInsn(Opcodes.DMUL);
      case DIV -> method.visitInsn(Opcodes.DDIV);
      case POW -> method.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "pow", "(DD)D", false);
      case MAXIMUM -> maxDoubles();
      case MINIMUM -> method.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, "min", "(DD)D", false);
      case STRONG_TIMES -> kernel("strongTimes", "(DD)D");
      case EQUAL -> kernel("equal", "(DD)D");
      case GREATER -> kernel("greater", "(DD)D");
      case WHERE -> kernel("select", "(DDD)D");
      case DETACH -> {}
      default -> throw new IllegalStateException(op + " is not entrywise");
    }
  }

  /** One of two numbers by the sign of the first of three on the stack. */
  void selectPositive() {
    kernel("selectPositive", "(DDD)D");
  }

  private void kernel(String name, String signature) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, KERNELS, name, signature, false);
  }

  /** f(argument) on the stack: the constant is known, so that the call is compiled for it alone. */
  void map(Elementary f, Code argument) {
    method.visitFieldInsn(Opcodes.GETSTATIC, ELEMENTARY, f.name(), "L" + ELEMENTARY + ";");
    argument.emit();
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, ELEMENTARY, "value", "(D)D", false);
  }

  /** The row of a label on the stack, refused if it is none. */
  void label(int labels, Code position, int classes) {
    method.visitVarInsn(Opcodes.ALOAD, labels);
    position.emit();
    push(classes);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, LABELS, "label", "([DII)I", false);
  }

  /** 1 if two numbers are equal, else 0. */
  void isSame(Code a, Code b) {
    Label different = new Label();
    Label end = new Label();
    a.emit();
    b.emit();
    method.visitJumpInsn(Opcodes.IF_ICMPNE, different);
    method.visitInsn(Opcodes.DCONST_1);
    method.visitJumpInsn(Opcodes.GOTO, end);
    method.visitLabel(different);
    method.visitInsn(Opcodes.DCONST_0);
    method.visitLabel(end);
  }
}
