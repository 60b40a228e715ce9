// Draws the series of a JSON file as an SVG: node plot.js FROM.json TO.svg
// {x, y: {title, scale: linear | log | names}, series: [{name, points: [{x, y}]}], level: {title, y} | null}. A coordinate is
// a number, a name, or {median, least, most}, which is a point and a bar. What a logarithmic axis can't show is left out.
import { readFileSync, writeFileSync } from "node:fs";
import { parse, textMetrics, View } from "vega";
import { compile } from "vega-lite";

// Okabe and Ito's colours, which are told apart by those who do not see all; shapes and dashes tell the series apart too.
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000"];
// prettier-ignore
const DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4]];
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross"];
const INK = "#222222";
const VALUE = { type: "text", dy: -14, fontSize: 12, color: INK };
const LETTERS_IN_A_LINE = 66;
const BESIDE = 10;

// Without a canvas Vega takes each letter for 0.8 of its height, and cuts off what has room.
textMetrics.width = (item, text) => 0.6 * String(text ?? item.text ?? "").length * (item.fontSize ?? 12);

const middle = (at) => at.median ?? at;
const shows = (axis, at) => axis.scale !== "log" || (at.least ?? middle(at)) > 0;

const rows = ({ x, y, series }) =>
  series.flatMap(({ name, points }) =>
    points
      .filter((point) => shows(x, point.x) && shows(y, point.y))
      .map((point) => ({
        name,
        x: middle(point.x),
        y: middle(point.y),
        xLeast: point.x.least,
        xMost: point.x.most,
        yLeast: point.y.least,
        yMost: point.y.most,
      })),
  );

const isNames = ({ scale }) => scale === "names";

/** From a 1, 2 or 5 of a power of ten to another, with a label at each, or at each power of ten where they are many. */
function logarithmic(values) {
  const steps = [];
  for (
    let power = Math.floor(Math.log10(Math.min(...values)));
    power <= Math.log10(Math.max(...values)) + 1;
    power++
  ) {
    steps.push(...[1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  }
  const low = steps.findLast((step) => step <= Math.min(...values));
  const high = steps.find((step) => step >= Math.max(...values) && step > low);
  const between = steps.filter((step) => step >= low && step <= high);
  const few = high / low < 100 ? between : between.filter((step) => Number.isInteger(Math.log10(step)));
  return { scale: { type: "log", domain: [low, high], nice: false }, values: few };
}

function along(field, plot) {
  const { title, scale } = plot[field];
  if (scale === "names") {
    return { field, type: "nominal", sort: null, title, axis: { labelAngle: 0, grid: false } };
  }
  const axis = { format: ",~f", labelFlush: false, tickCount: 8 };
  if (scale === "linear") {
    return { field, type: "quantitative", title, axis, scale: { zero: true, nice: true } };
  }
  const all = rows(plot).flatMap((row) => [row[field], row[`${field}Least`], row[`${field}Most`]]);
  const { scale: log, values } = logarithmic(
    [...all, plot.level?.[field]].filter((value) => value !== undefined),
  );
  return {
    field,
    type: "quantitative",
    title: `${title} (logarithmic)`,
    axis: { ...axis, values },
    scale: log,
  };
}

function layers(plot, names, name, i) {
  const x = along("x", plot);
  const y = along("y", plot);
  // Where all have the same x, their bars would lie on each other.
  const mark = isNames(plot.x) ? { xOffset: BESIDE * (i - (names.length - 1) / 2) } : {};
  const spread = (field, encoding) => ({
    transform: [{ filter: `isValid(datum.${field}Least)` }],
    mark: { ...mark, type: "rule", strokeWidth: 1.5, color: COLOURS[i] },
    encoding: { x, y, ...encoding, [`${field}2`]: { field: `${field}Most` } },
  });
  const columns = names.join("").length > LETTERS_IN_A_LINE ? 1 : names.length;
  const among = (range) => ({
    field: "name",
    type: "nominal",
    scale: { domain: names, range: range.slice(0, names.length) },
    legend:
      names.length > 1 && !isNames(plot.y) ? { title: null, orient: "top", symbolSize: 80, columns } : null,
  });
  return {
    transform: [{ filter: { field: "name", equal: name } }],
    layer: [
      spread("x", { x: { ...x, field: "xLeast" } }),
      spread("y", { y: { ...y, field: "yLeast" } }),
      {
        mark: { ...mark, type: "line", strokeWidth: 2, color: COLOURS[i], strokeDash: DASHES[i] },
        encoding: { x, y, order: { value: null } },
      },
      {
        mark: { ...mark, type: "point", filled: true, size: 60, opacity: 1 },
        encoding: { x, y, color: among(COLOURS), shape: among(SHAPES) },
      },
      // A point of its own is read more easily as a number.
      ...(isNames(plot.y) ? [{ mark: VALUE, encoding: { x, y, text: { field: "x", format: ",.3~r" } } }] : []),
    ],
  };
}

function level({ title, y }) {
  const text = {
    type: "text",
    text: title,
    align: "right",
    baseline: "bottom",
    dy: -3,
    fontSize: 12,
    color: INK,
  };
  return {
    data: { values: [{}] },
    layer: [
      { mark: { type: "rule", strokeDash: [3, 3], color: INK }, encoding: { y: { datum: y } } },
      { mark: text, encoding: { x: { value: "width" }, y: { datum: y } } },
    ],
  };
}

function specification(plot) {
  const names = plot.series.map(({ name }) => name);
  return {
    background: "#ffffff",
    width: 640,
    height: isNames(plot.y) ? 50 + 50 * names.length : 320,
    padding: 8,
    autosize: { type: "fit", contains: "padding" },
    data: { values: rows(plot) },
    layer: [
      ...(plot.level ? [level(plot.level)] : []),
      ...names.map((name, i) => layers(plot, names, name, i)),
    ],
    config: {
      font: "sans-serif",
      view: { stroke: null },
      axis: {
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: "normal",
        titlePadding: 10,
        labelColor: INK,
        titleColor: INK,
        domainColor: INK,
        tickColor: INK,
        gridColor: "#e4e4e4",
        labelLimit: 0,
      },
      legend: { labelFontSize: 12, labelColor: INK, labelLimit: 0, columnPadding: 20 },
    },
  };
}

const [from, to] = process.argv.slice(2);
const { spec } = compile(specification(JSON.parse(readFileSync(from, "utf8"))));
writeFileSync(to, await new View(parse(spec), { renderer: "none" }).toSVG());
