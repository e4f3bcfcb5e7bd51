// The primitives on float64 arrays, row by row, in the order of summation that the library has.
// No derivative is known here: backward passes arrive as operations too.
const Arithmetic = (() => {
  const count = shape => shape.reduce((a, b) => a * b, 1);

  const strides = shape => {
    const s = new Array(shape.length).fill(1);
    for (let i = shape.length - 2; i >= 0; i--) s[i] = s[i + 1] * shape[i + 1];
    return s;
  };

  // For each entry of the result the position in an operand that is repeated to its shape.
  const repeated = (shape, result) => {
    const s = strides(shape);
    const ahead = result.length - shape.length;
    const steps = result.map((_, i) => (i < ahead || shape[i - ahead] === 1 ? 0 : s[i - ahead]));
    return walk(result, steps);
  };

  // The positions that are visited when each axis has a step of its own.
  const walk = (shape, steps, from = 0) => {
    const at = new Array(count(shape));
    const index = new Array(shape.length).fill(0);
    let position = from;
    for (let i = 0; i < at.length; i++) {
      at[i] = position;
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        position += steps[axis];
        if (++index[axis] < shape[axis]) break;
        position -= steps[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return at;
  };

  const sigmoid = x => {
    if (x >= 0) return 1 / (1 + Math.exp(-x));
    const e = Math.exp(x);
    return e / (1 + e);
  };

  const erf = x => {
    const size = Math.abs(x);
    if (size < 1) {
      let power = 1, rest = 0;
      for (let n = 1; Math.abs(power) > 1e-18; n++) {
        power *= -x * x / n;
        rest += power / (2 * n + 1);
      }
      return 1.1283791670955126 * (x + x * rest);
    }
    if (Number.isNaN(x)) return x;
    let tail = size;
    for (let n = 200; n >= 1; n--) tail = size + n / (2 * tail);
    return Math.sign(x) * (1 - Math.exp(-size * size) / (1.772453850905516 * tail));
  };

  const elementary = {
    negate: x => -x,
    exp: Math.exp,
    log: Math.log,
    sqrt: Math.sqrt,
    square: x => x * x,
    reciprocal: x => 1 / x,
    tanh: Math.tanh,
    sigmoid,
    softplus: x => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))),
    rect: x => (x <= 0 ? 0 : x),
    abs: Math.abs,
    sign: x => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x),
    step: x => (x > 0 ? 1 : x <= 0 ? 0 : x),
    sin: Math.sin,
    cos: Math.cos,
    erf
  };

  // Java's pow: a base of ±1 with an infinite exponent is NaN there and here.
  const pairs = {
    PLUS: (a, b) => a + b,
    MINUS: (a, b) => a - b,
    TIMES: (a, b) => a * b,
    STRONG_TIMES: (a, b) => (a === 0 || b === 0 ? 0 : a * b),
    DIV: (a, b) => a / b,
    POW: Math.pow,
    MAXIMUM: Math.max,
    MINIMUM: Math.min,
    EQUAL: (a, b) => (a === b ? 1 : 0),
    GREATER: (a, b) => (a > b ? 1 : 0)
  };

  const label = (value, classes) => {
    if (Number.isInteger(value) && value >= 0 && value < classes) return value;
    throw new RangeError(
      "a label is one of 0 … " + (classes - 1) + ", not " + value);
  };

  // y[i] is the sum, or the greatest, of the entries x[from + j * inner] of one axis.
  const reduced = (x, shape, axis, start, join) => {
    const inner = count(shape.slice(axis + 1));
    const y = new Array(count(shape) / (shape[axis] || 1)).fill(start);
    for (let i = 0; i < x.length; i++) {
      const outer = Math.floor(i / (inner * shape[axis]));
      y[outer * inner + i % inner] = join(y[outer * inner + i % inner], x[i]);
    }
    return y;
  };

  const primitives = {
    MAP: (s, x) => x[0].map(elementary[s.attribute]),
    DETACH: (s, x) => x[0],
    RESHAPE: (s, x) => x[0],
    CONSTANT: s => [s.attribute],
    SIZE: s => [s.attribute],
    SUM: (s, x, shapes) => reduced(x[0], shapes[0], s.attribute, 0, (a, b) => a + b),
    MAX: (s, x, shapes) => reduced(x[0], shapes[0], s.attribute, -Infinity, Math.max),
    BROADCAST_TO: (s, x, shapes) => repeated(shapes[0], s.shape).map(i => x[0][i]),
    EXPAND: (s, x, shapes) => {
      const unit = shapes[0].slice();
      unit.splice(s.attribute, 0, 1);
      return repeated(unit, s.shape).map(i => x[0][i]);
    },
    SUM_TO: (s, x, shapes) => {
      const y = new Array(count(s.shape)).fill(0);
      repeated(s.shape, shapes[0]).forEach((to, i) => { y[to] += x[0][i]; });
      return y;
    },
    PERMUTE: (s, x, shapes) => {
      const own = strides(shapes[0]);
      return walk(s.shape, s.attribute.map(axis => own[axis])).map(i => x[0][i]);
    },
    SLICE: (s, x, shapes) => {
      const own = strides(shapes[0]);
      return walk(s.shape, own, s.attribute[1] * own[s.attribute[0]]).map(i => x[0][i]);
    },
    PAD: (s, x, shapes) => {
      const own = strides(s.shape);
      const y = new Array(count(s.shape)).fill(0);
      walk(shapes[0], own, s.attribute[1] * own[s.attribute[0]])
        .forEach((to, i) => { y[to] = x[0][i]; });
      return y;
    },
    MATMUL: (s, x, shapes) => {
      const [p, k] = shapes[0], q = shapes[1][1];
      const y = new Array(p * q).fill(0);
      for (let i = 0; i < p; i++)
        for (let l = 0; l < k; l++)
          for (let j = 0; j < q; j++) y[i * q + j] += x[0][i * k + l] * x[1][l * q + j];
      return y;
    },
    WHERE: (s, x, shapes) => {
      const [m, a, b] = shapes.map(shape => repeated(shape, s.shape));
      return m.map((at, i) => (x[0][at] !== 0 ? x[1][a[i]] : x[2][b[i]]));
    },
    ONE_HOT: (s, x) => {
      const classes = s.shape[s.shape.length - 1];
      return x[0].flatMap(value => {
        const row = new Array(classes).fill(0);
        row[label(value, classes)] = 1;
        return row;
      });
    }
  };

  const pair = (f, s, x, shapes) => {
    const a = repeated(shapes[0], s.shape), b = repeated(shapes[1], s.shape);
    return a.map((at, i) => f(x[0][at], x[1][b[i]]));
  };

  // The values of all places; given(i) is what stands in a place that is not computed.
  const evaluate = (steps, given) => {
    const places = [];
    steps.forEach((s, i) => {
      if (s.op === "GIVEN") {
        places.push(given(i));
        return;
      }
      const x = s.operands.map(at => places[at]);
      const shapes = s.operands.map(at => steps[at].shape);
      places.push(
        pairs[s.op] ? pair(pairs[s.op], s, x, shapes) : primitives[s.op](s, x, shapes));
    });
    return places;
  };

  return {evaluate, count};
})();
