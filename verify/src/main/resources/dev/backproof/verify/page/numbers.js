// Numbers as the reports write them: five significant digits, half to even, a minus that is one.
const Numbers = (() => {
  const WHOLE = 12;

  // Exactly what BigDecimal.round does: the binary number has a finite decimal expansion.
  const rounded = value => {
    const [mantissa, power] = value.toExponential(100).split("e");
    const digits = mantissa.replace(".", "");
    const kept = digits.slice(0, 5), rest = digits.slice(5);
    const half = "5" + "0".repeat(rest.length - 1);
    const up = rest > half || (rest === half && "13579".includes(kept[4]));
    let number = BigInt(kept) + (up ? 1n : 0n);
    let exponent = Number(power);
    if (number === 100000n) {
      number = 10000n;
      exponent++;
    }
    return {digits: number.toString().replace(/0+$/, "") || "0", exponent};
  };

  const magnitude = value => {
    if (value === 0) return "0";
    const {digits, exponent} = rounded(value);
    const scientific = exponent < -4 || exponent >= 6;
    const power = scientific ? 0 : exponent;
    let text;
    if (power < 0) text = "0." + "0".repeat(-power - 1) + digits;
    else if (digits.length <= power + 1) text = digits + "0".repeat(power + 1 - digits.length);
    else text = digits.slice(0, power + 1) + "." + digits.slice(power + 1);
    return scientific ? text + "e" + (exponent < 0 ? "−" : "") + Math.abs(exponent) : text;
  };

  const number = value => {
    if (Number.isNaN(value)) return "NaN";
    const negative = value < 0 || Object.is(value, -0);
    const size = Math.abs(value);
    return (negative ? "−" : "") + (size === Infinity ? "∞" : magnitude(size));
  };

  const whole = (values, shape, from = 0) => {
    if (shape.length === 0) return number(values[from]);
    const inner = shape.slice(1);
    const stride = inner.reduce((a, b) => a * b, 1);
    const parts = [];
    for (let i = 0; i < shape[0]; i++) parts.push(whole(values, inner, from + i * stride));
    return "[" + parts.join(", ") + "]";
  };

  const array = (values, shape) => {
    if (values.length <= WHOLE) return whole(values, shape);
    if (values.some(Number.isNaN)) return "with NaN";
    const least = Math.min(...values), most = Math.max(...values);
    return least === most ? "all " + number(least) : number(least) + " … " + number(most);
  };

  return {number, array};
})();
