// A value and its tangent: x = 1, moving with speed 1.
var x = Dual.of(DenseTensor.scalar(1), DenseTensor.scalar(1));

// Every operation carries the tangent on: (x²)′ = 2x·x′ and (1/v)′ = −v′/v².
var v = x.one().plus(x.times(x));
var y = v.map(Elementary.RECIPROCAL);
out.println("v = 1 + x²  is " + v.primal() + " with slope " + v.tangent());
out.println("y = 1/v     is " + y.primal() + " with slope " + y.tangent());

// A tangent of a vector is a direction: one run for each.
var p = DenseTensor.vector(3, 4);
var east = Differentiation.jvp(Functions::squaredL2Norm, p, DenseTensor.vector(1, 0));
var north = Differentiation.jvp(Functions::squaredL2Norm, p, DenseTensor.vector(0, 1));
out.println("‖p‖²        is " + east.primal() + ", rising eastward by " + east.tangent());
out.println("            and northward by " + north.tangent());

// Reverse mode: one sweep for all directions.
out.println("its gradient " + Differentiation.grad(Functions::squaredL2Norm, p));
