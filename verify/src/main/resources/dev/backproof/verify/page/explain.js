// Goes through the steps, and computes everything again when an input is changed. Without this
// script the page shows all steps, one below the other.
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const all = selector => [...document.querySelectorAll(selector)];
  const steps = all(".step");

  // Going through the steps.

  let current = 0;

  // Not the id of a step: the browser would scroll to it.
  const fragment = index => "#at-" + (index + 1);

  const ids = (step, what) => (step.dataset[what] || "").split(" ").filter(Boolean);

  // What the picture shows at a step: who is at work, what is known by now, what is sent back.
  const mark = (step, atOnce) => {
    all(".picture .now, .picture .pulled, .picture .done, .picture .filled").forEach(
      e => e.classList.remove("now", "pulled", "done", "filled"));
    const on = (what, s, style) => ids(s, what).forEach(id => {
      const e = document.getElementById(id);
      if (e) e.classList.add(style);
    });
    on("now", step, "now");
    on("pulled", step, "pulled");
    steps.slice(0, current + 1).forEach(s => {
      on("now", s, "done");
      on("filled", s, "filled");
    });
    root.classList.toggle("back", step.dataset.phase === "backward");
    const box = document.getElementById(ids(step, "now")[0]);
    const scroll = document.querySelector(".picture .scroll");
    if (box && scroll) {
      const a = box.getBoundingClientRect(), b = scroll.getBoundingClientRect();
      scroll.scrollBy({
        left: (a.left + a.right) / 2 - (b.left + b.right) / 2,
        top: (a.top + a.bottom) / 2 - (b.top + b.bottom) / 2,
        behavior: atOnce ? "instant" : "auto"
      });
    }
  };

  const go = (index, quietly) => {
    current = Math.max(0, Math.min(steps.length - 1, index));
    steps.forEach((s, i) => s.classList.toggle("current", i === current));
    document.getElementById("where").textContent =
      "Step " + (current + 1) + " of " + steps.length;
    document.getElementById("progress").value = current + 1;
    document.getElementById("first").disabled = document.getElementById("previous").disabled =
      current === 0;
    document.getElementById("next").disabled = document.getElementById("last").disabled =
      current === steps.length - 1;
    mark(steps[current], quietly);
    if (!quietly) remember();
  };

  const ofFragment = () => {
    const index = steps.findIndex((s, i) => fragment(i) === location.hash);
    if (index >= 0) go(index, true);
  };

  // In a frame of a notebook the address is not the page's to change.
  const remember = () => {
    try {
      history.replaceState(null, "", fragment(current));
    } catch (refused) {
      // The steps work without it.
    }
  };

  const moves = {
    first: () => go(0),
    previous: () => go(current - 1),
    next: () => go(current + 1),
    last: () => go(steps.length - 1)
  };
  Object.entries(moves).forEach(
    ([id, move]) => document.getElementById(id).addEventListener("click", move));
  const keys = {ArrowRight: "next", ArrowLeft: "previous", Home: "first", End: "last"};
  document.addEventListener("keydown", event => {
    const writing = event.target.closest("input, textarea, select, .scroll");
    if (keys[event.key] && !writing && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      moves[keys[event.key]]();
    }
  });
  window.addEventListener("hashchange", ofFragment);
  all(".picture .box").forEach(box => box.addEventListener("click", () => {
    const own = steps.map((s, i) => i).filter(
      i => ids(steps[i], "now").includes(box.id));
    if (own.length) go(own.find(i => i > current) ?? own[0]);
  }));

  // Computing. Several programs may be on the page: that of the graph, and those of scalar graphs,
  // whose inputs are entries of the graph's values.

  const given = data.programs[0].steps.map(s => (s.op === "GIVEN" ? s.given.map(Number) : null));
  let results = [];

  const compute = () => {
    const next = [Arithmetic.evaluate(data.programs[0].steps, i => given[i])];
    for (const program of data.programs.slice(1)) {
      next.push(Arithmetic.evaluate(program.steps, i => {
        const link = program.links[i];
        return link ? [next[0][link[0]][link[1]]] : program.steps[i].given.map(Number);
      }));
    }
    results = next;
  };

  // v3 is the value of node 3, b3 its cotangent, k2 what pull 2 sends, u2 the sum after it, s7 a place.
  const place = (program, name) => {
    const number = Number(name.slice(1));
    switch (name[0]) {
      case "v": return program.values[number - 1];
      case "b": return program.cotangents[number - 1];
      case "k": return program.contributions[number];
      case "u": return program.sums[number];
      default: return number;
    }
  };

  const scope = element => Number(element.closest("[data-scope]")?.dataset.scope ?? 0);

  const valuesOf = (element, name) => {
    const program = data.programs[scope(element)];
    const at = place(program, name);
    return {values: results[scope(element)][at], shape: program.steps[at].shape};
  };

  const level = (value, scale) =>
    Number.isNaN(value) ? "n" : scale === 0 ? 0 : Math.round(5 * Math.max(-1, Math.min(1, value / scale)));

  const cells = (values, rows, columns, height, width) => {
    const sums = new Array(rows * columns).fill(0), counts = sums.slice();
    values.forEach((value, i) => {
      const r = Math.floor(Math.floor(i / width) * rows / height);
      const c = Math.floor(i % width * columns / width);
      sums[r * columns + c] += value;
      counts[r * columns + c]++;
    });
    return sums.map((sum, i) => sum / counts[i]);
  };

  const show = () => {
    all("[data-v]").forEach(e => {
      const [name, at] = e.dataset.v.split(":");
      const text = Numbers.number(valuesOf(e, name).values[Number(at)]);
      const field = e.querySelector("input");
      if (field) {
        if (document.activeElement !== field) field.value = text.replace("−", "-");
      } else {
        e.textContent = text;
      }
    });
    all("[data-t]").forEach(e => {
      const {values, shape} = valuesOf(e, e.dataset.t);
      const label = e.dataset.label || "";
      const text = label + Numbers.array(values, shape);
      const room = Number(e.dataset.room || 1e9);
      e.textContent = [...text].length <= room ? text : [...text].slice(0, room - 1).join("") + "…";
    });
    all("[data-h]").forEach(e => {
      const {values} = valuesOf(e, e.dataset.h);
      const [rows, columns, height, width] = e.dataset.size.split(" ").map(Number);
      const means = cells(values, rows, columns, height, width);
      const scale = Math.max(...means.filter(Number.isFinite).map(Math.abs), 0);
      e.querySelectorAll("rect").forEach(
        (rect, i) => rect.setAttribute("class", "h" + level(means[i], scale)));
    });
  };

  const message = document.getElementById("message");

  const change = field => {
    const text = field.value.trim().replace("−", "-").replace(",", ".");
    const value = text === "" ? NaN : Number(text);
    const at = Number(field.dataset.place), entry = Number(field.dataset.entry);
    const before = given[at][entry];
    given[at][entry] = value;
    let wrong = Number.isNaN(value) ? "‘" + field.value + "’ is not a number" : "";
    if (!wrong) {
      try {
        compute();
      } catch (error) {
        wrong = error.message;
      }
    }
    if (wrong) given[at][entry] = before;
    field.setAttribute("aria-invalid", wrong ? "true" : "false");
    message.textContent = wrong ? wrong + "; the value before it is kept." : "";
    if (!wrong) show();
  };

  if (data.editable) {
    all(".editable [data-v]").forEach(cell => {
      const [name, entry] = cell.dataset.v.split(":");
      const field = document.createElement("input");
      field.type = "text";
      field.inputMode = "decimal";
      field.size = 5;
      field.autocomplete = "off";
      field.setAttribute("aria-label", cell.dataset.name);
      field.dataset.place = place(data.programs[0], name);
      field.dataset.entry = entry;
      field.value = cell.textContent.replace("−", "-");
      cell.textContent = "";
      cell.append(field);
      field.addEventListener("change", () => change(field));
    });
    document.getElementById("reset").addEventListener("click", () => {
      data.programs[0].steps.forEach(
        (s, i) => { if (s.op === "GIVEN") given[i] = s.given.map(Number); });
      all("input[aria-invalid]").forEach(field => field.setAttribute("aria-invalid", "false"));
      message.textContent = "";
      compute();
      show();
    });
    compute();
  }

  root.classList.add("stepping");
  go(0, true);
  ofFragment();
})();
