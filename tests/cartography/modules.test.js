// Run by node's test runner through test_modules.py: the parts of the page that need no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TILE_PX, trace } from "../../geo/cartography/basemap.js";
import { conflict } from "../../geo/cartography/card.js";
import { cluster, membersOf, separatingZoom } from "../../geo/cartography/cluster.js";
import { shortNames } from "../../geo/cartography/controls.js";
import { crosses, placeCountries } from "../../geo/cartography/countries.js";
import { cutAtMarks } from "../../geo/cartography/details.js";
import { csvCell, toCsv } from "../../geo/cartography/download.js";
import { atOneSpot, fanOffsets } from "../../geo/cartography/fanout.js";
import { casualtyText, measuredRange, safeLink, shortNumber, statedText } from "../../geo/cartography/format.js";
import { bins, daysOf, fill } from "../../geo/cartography/histogram.js";
import { placeLabels } from "../../geo/cartography/labels.js";
import { sharedPlace } from "../../geo/cartography/naming.js";
import { mercator, NO_DAY } from "../../geo/cartography/payload.js";
import { inside, pointsOf, shapeOfSteps, thinned } from "../../geo/cartography/shapes.js";
import { folded, skeleton } from "../../geo/cartography/spelling.js";
import { TABLES } from "../../geo/cartography/strings.js";
import { Words } from "../../geo/cartography/words.js";

const points = (latLons) => {
  const xy = latLons.map(([lat, lon]) => mercator(lat, lon));
  return [Float64Array.from(xy, (p) => p[0]), Float64Array.from(xy, (p) => p[1])];
};

test("figures differ when those that stand cannot all be true", () => {
  const rows = (...claims) => claims.map(([n, qual, relation = "own"]) => ({ claim: { n, nMax: null, qual, relation } }));
  assert.ok(conflict(rows([4, "exact"], [14, "exact"])));
  assert.ok(!conflict(rows([5, "min"], [10, "min"])));
  assert.ok(!conflict(rows([40, "exact", "superseded"], [14, "exact", "correction"], [3, "exact", "part"])));
  assert.ok(conflict(rows([40, "exact", "superseded"], [30, "exact", "feared"])));
});

test("every member is in exactly one group", () => {
  const many = Array.from({ length: 500 }, (_, k) => [40 + (k * 7919) % 13, 30 + (k * 104729) % 17]);
  const [x, y] = points(many);
  for (const zoom of [1, 4, 8]) {
    const groups = cluster(many.keys(), x, y, zoom);
    const all = groups.count.flatMap((_, k) => membersOf(groups, k));
    assert.equal(all.length, 500);
    assert.equal(new Set(all).size, 500);
    groups.count.forEach((n, k) => assert.equal(membersOf(groups, k).length, n));
  }
});

test("a point alone keeps its own position", () => {
  const [x, y] = points([[47.2, 38.9], [-33, 151]]);
  const groups = cluster([0, 1], x, y, 5);
  assert.deepEqual(groups.gx, [x[0], x[1]]);
});

test("incidents without a place are in no group", () => {
  const groups = cluster([0], Float64Array.of(NaN), Float64Array.of(NaN), 5);
  assert.equal(groups.count.length, 0);
});

test("the separating zoom takes two points apart", () => {
  const [x, y] = points([[47.2, 38.9], [47.21, 38.92], [50, 30]]);
  const zoom = separatingZoom(0, [0, 1, 2], x, y);
  assert.deepEqual(cluster([0, 1, 2], x, y, zoom).count, [1, 1, 1]);
  assert.ok(cluster([0, 1, 2], x, y, zoom - 3).count.includes(2));
});

test("fanned markers do not overlap", () => {
  for (const n of [2, 8, 24]) {
    const spots = fanOffsets(n);
    assert.equal(spots.length, n);
    spots.forEach(([ax, ay], a) => spots.slice(a + 1).forEach(([bx, by]) => assert.ok(Math.hypot(ax - bx, ay - by) > 26)));
  }
});

test("one spot is told from two", () => {
  const [x, y] = points([[47.2, 38.9], [47.2, 38.9], [47.2001, 38.9]]);
  assert.ok(atOneSpot([0, 1], x, y));
  assert.ok(!atOneSpot([0, 2], x, y));
});

test("labels never cover each other or what is taken", () => {
  const items = Array.from({ length: 40 }, (_, k) => ({ x: (k % 8) * 30, y: Math.floor(k / 8) * 12, width: 50, height: 14, dot: 5 }));
  const taken = [{ left: 0, right: 60, top: 0, bottom: 40 }];
  const boxes = placeLabels(items, taken).map(([item, left, top]) => ({ left, top, right: left + item.width, bottom: top + item.height }));
  assert.ok(boxes.length > 3);
  const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  boxes.forEach((a, k) => [...taken, ...boxes.slice(k + 1)].forEach((b) => assert.ok(!over(a, b))));
});

test("bars count every dated incident once", () => {
  const day = Int32Array.from([10, 11, 11, 400, NO_DAY]);
  const made = bins(day);
  fill(made, { day }, [0, 1, 2, 3, 4]);
  assert.equal(made.counts.reduce((a, b) => a + b), 4);
  assert.equal(bins([5, 5, NO_DAY]), null);
});

test("the credits on the map name those whose data are seen", () => {
  assert.deepEqual(shortNames("© OpenStreetMap contributors (https://x.org), ODbL; towns: GeoNames (https://y.org), CC BY 4.0; both modified"), ["© OpenStreetMap contributors", "GeoNames"]);
  assert.deepEqual(shortNames("incident-map contributors"), []);
});

test("only pages of the web are links", () => {
  assert.equal(safeLink("https://example.org/a"), "https://example.org/a");
  for (const url of ["javascript:alert(1)", " https://x", "data:text/html,x", "//x.org", null, "HTTPS:/x"]) assert.equal(safeLink(url), null);
});

test("no cell of a table is a formula", () => {
  assert.equal(csvCell("=1+1"), "'=1+1");
  assert.equal(csvCell('a "b", c'), '"a ""b"", c"');
  assert.equal(csvCell(-3.5), "-3.5");
  assert.equal(csvCell(null), "");
});

test("a stated distance reads as the text put it", () => {
  const check = { value: 24, valueMax: null, unit: "mi", hedge: "about", stated: "24 miles" };
  assert.equal(statedText(check), "about 24 mi");
  assert.equal(statedText({ ...check, hedge: "range", valueMax: 30 }), "24–30 mi");
  assert.equal(statedText({ ...check, value: null, stated: "a few miles" }), "“a few miles”");
});

test("a quote is cut where Python counts characters", () => {
  const marks = [{ start: 2, end: 5, name: 0 }, { start: 8, end: 9, name: 1 }];
  assert.deepEqual(cutAtMarks("a one b 4", marks, ["place", "figure"]), ["a ", ["one", "place"], " b ", ["4", "figure"]]);
  assert.deepEqual(cutAtMarks("💥 one 💥 4", marks, ["place", "figure"]), ["💥 ", ["one", "place"], " 💥 ", ["4", "figure"]]);
  assert.deepEqual(cutAtMarks("plain", [], []), ["plain"]);
});

test("signs become words again and nothing else changes", () => {
  const words = new Words({ signs: "\u0080\u0081\u0082", words: "was heard" });
  assert.deepEqual(words.texts("A blast \u0081\u0082in Ø.  \u0080 \u0081it? "), ["A blast was heard in Ø. ", "was it?"]);
  assert.deepEqual(words.texts(" "), [""]);
});

test("both languages say the same things", () => {
  const english = Object.keys(TABLES.en).filter((key) => !key.startsWith("sub."));
  const other = Object.keys(TABLES.uk).filter((key) => !key.startsWith("sub."));
  assert.deepEqual(english.sort(), other.sort());
  for (const key of english) {
    const named = (words) => [...new Set(JSON.stringify(words).match(/\{\w+\}/g))].filter((n) => n !== "{n}").sort();
    assert.deepEqual(named(TABLES.en[key]), named(TABLES.uk[key]), key);
  }
});

test("cuts cross only what they meet", () => {
  const wall = [{ west: 0.5, east: 0.5, north: 0, south: 1, points: [0.5, 0, 0.5, 1] }];
  assert.ok(crosses(wall, [0.2, 0.5, 0.8, 0.5]));
  assert.ok(!crosses(wall, [0.2, 0.5, 0.4, 0.5]));
  assert.ok(!crosses(wall, [0.2, 1.5, 0.8, 1.5]));
  assert.ok(crosses(wall, [0.1, 0, 0.2, 0], [0.2, 0.4, 0.8, 0.6]));
});

test("a country is named only where no border and no water parts the name from its town", () => {
  const square = shapeOfSteps([80, -180, 0, 360, -160, 0, 0, -360], 1); // all of the world
  const land = [square];
  const borders = [shapeOfSteps([85, 0, -170, 0], 1)];
  const view = { west: 0, east: 1, north: 0, south: 1, size: 256 * 2 ** 6 };
  const middles = [{ code: "AA", x: 9, y: 9, from: 2 }, { code: "BB", x: 9, y: 9, from: 2 }, { code: "CC", x: 9, y: 9, from: 2 }];
  const towns = [{ code: "AA", x: 0.1, y: 0.5 }, { code: "BB", x: 0.9, y: 0.5 }];
  const placed = placeCountries({ middles, towns }, { borders, land }, view, 6);
  assert.deepEqual(placed.map((p) => p.code), ["AA", "BB"]);
  assert.ok(placed[0].at.every(({ x }) => x < 0.5));
  assert.ok(placed[1].at.every(({ x }) => x > 0.5));
  assert.deepEqual(placeCountries({ middles, towns }, { borders, land: [] }, view, 6), [], "nothing is named in the sea");
  assert.deepEqual(placeCountries({ middles, towns: towns.slice(0, 1) }, { borders, land }, view, 6).map((p) => p.code), ["AA"], "the other side is not guessed");
});

/** A ring around a spot whose distance from it wavers, as integers, a thousand to a degree. */
const wavyRing = (count) => {
  const at = Array.from({ length: count }, (_, k) => {
    const reach = 20 + 6 * Math.sin((k * 2 * Math.PI * 7) / count) + ((k * 7919) % 11) / 10;
    return [Math.round(1000 * (10 + reach * Math.sin((k * 2 * Math.PI) / count))), Math.round(1000 * (30 + reach * Math.cos((k * 2 * Math.PI) / count)))];
  });
  return at.flatMap(([a, b], k) => (k ? [a - at[k - 1][0], b - at[k - 1][1]] : [a, b]));
};

test("a shape cut into runs is the same shape", () => {
  const steps = wavyRing(500);
  const shape = shapeOfSteps(steps, 1000);
  assert.ok(shape.runs.length > 5);
  const whole = [];
  let [a, b] = [0, 0];
  for (let k = 0; k < steps.length; k += 2) whole.push(...mercator((a += steps[k]) / 1000, (b += steps[k + 1]) / 1000));
  const joined = shape.runs.flatMap((run, k) => [...pointsOf(run)].slice(k ? 2 : 0));
  assert.deepEqual(joined, whole);
  for (const bounds of [shape, ...shape.runs]) {
    const points = bounds === shape ? joined : pointsOf(bounds);
    assert.equal(bounds.west, Math.min(...points.filter((_, k) => k % 2 === 0)));
    assert.equal(bounds.south, Math.max(...points.filter((_, k) => k % 2 === 1)));
  }
  for (const run of shape.runs) {
    const kept = thinned(run, 2 ** 8);
    assert.ok(kept.length < pointsOf(run).length);
    assert.deepEqual([kept.slice(0, 2), kept.slice(-2)], [[...pointsOf(run).slice(0, 2)], [...pointsOf(run).slice(-2)]], "runs still meet");
  }
  // a point is inside as often as a walk around the whole ring says
  for (let k = 0; k < 300; k += 1) {
    const [x, y] = mercator(-30 + ((k * 37) % 80), -10 + ((k * 53) % 80));
    let odd = false;
    for (let i = 0, j = whole.length - 2; i < whole.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [whole[i], whole[i + 1], whole[j], whole[j + 1]];
      if ((ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
    assert.equal(inside({ x, y }, [shape]), odd, `${x} ${y}`);
  }
});

test("what is left out of a tile's path cannot be seen in the tile", () => {
  const shape = shapeOfSteps(wavyRing(2000), 1000);
  const size = 256 * 2 ** 6;
  const everything = shape.runs.flatMap((run, k) => thinned(run, size).slice(k ? 2 : 0));
  const edge = 4 / size;
  let fewer = 0;
  for (let column = 0; column < size / TILE_PX; column += 1) {
    for (let row = 0; row < size / TILE_PX; row += 1) {
      const [left, top] = [(column * TILE_PX) / size, (row * TILE_PX) / size];
      const view = { left, top, size, west: left - edge, north: top - edge, east: left + TILE_PX / size + edge, south: top + TILE_PX / size + edge };
      const path = [];
      trace({ moveTo: (x, y) => path.push([x, y]), lineTo: (x, y) => path.push([x, y]), closePath: () => {} }, shape, view, true);
      const full = Array.from({ length: everything.length / 2 }, (_, k) => [(everything[2 * k] - left) * size, (everything[2 * k + 1] - top) * size]);
      fewer += full.length - path.length;
      for (let k = 0; k < 40; k += 1) {
        const spot = [(k * 97) % TILE_PX, (k * 211) % TILE_PX];
        assert.equal(within(spot, path), within(spot, full), `tile ${column}, ${row}`);
      }
    }
  }
  assert.ok(fewer > 10_000);
});

function within([x, y], ring) {
  let odd = false;
  for (let k = 0, j = ring.length - 1; k < ring.length; j = k, k += 1) {
    const [[ax, ay], [bx, by]] = [ring[k], ring[j]];
    if ((ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

test("groups of a dense crowd stand apart and not in ranks", () => {
  const n = 120;
  const x = Float64Array.from({ length: n * n }, (_, k) => 0.5 + (k % n) * 1e-3);
  const y = Float64Array.from({ length: n * n }, (_, k) => 0.5 + Math.floor(k / n) * 1e-3);
  const { gx, gy, count } = cluster(x.keys(), x, y, 4);
  assert.equal(count.reduce((a, b) => a + b), n * n);
  const size = 256 * 2 ** 4;
  const gaps = gx.flatMap((ax, a) => gx.slice(a + 1).map((bx, k) => Math.hypot(ax - bx, gy[a] - gy[a + 1 + k]) * size));
  assert.ok(Math.min(...gaps) > 36, `${Math.min(...gaps)} pixels apart`);
});

test("bars end with the last day", () => {
  const found = bins([10, 400]);
  assert.deepEqual(daysOf(found, 0, found.counts.length - 1), [10, 400]);
});

test("figures fit into a group", () => {
  assert.deepEqual([7, 980, 1564, 98400].map(shortNumber), ["7", "980", "1.6k", "98k"]);
});

test("a range names its unit once", () => {
  assert.equal(measuredRange(33700, 50200, "mi"), "20.9–31.2 mi (33.7–50.2 km)");
  assert.equal(measuredRange(33700, 50200, "km"), "33.7–50.2 km");
});

test("at least forty is neither told nor saved as forty", () => {
  const index = {
    id: ["a"], type: [0], sub: [-1], day: [null], dayTo: [null], datePrecision: [0], place: [-1], lat: [null], lon: [null],
    precision: [-1], radius: [null], killed: [[40, 40, "min", "min"]], injured: [[7, 9, "exact", "more_than"]], missing: [null],
    abducted: [[3, 3]], arrested: [[20, 20, "max", "max"]], flags: [0], status: [0], reports: [1], publishers: [[]],
    tables: { type: ["battle"], sub: [], datePrecision: ["none"], place: [], precision: [], status: ["reported"], publisher: [] },
  };
  assert.equal(casualtyText(index, 0), "at least 40 killed, 7 – more than 9 injured, 3 abducted, up to 20 arrested");
  const [header, row] = toCsv(index, [0]).trim().split(/\r?\n/).map((line) => line.split(","));
  const saved = Object.fromEntries(header.map((name, k) => [name.replace("\ufeff", ""), row[k]]));
  assert.deepEqual([saved.killed_low, saved.killed_high, saved.injured_low, saved.injured_high], ["40", "", "7", ""]);
  assert.deepEqual([saved.missing_low, saved.abducted_high, saved.arrested_low, saved.arrested_high], ["", "3", "", "20"]);
});

test("a group is named by the narrowest place that most of it share", () => {
  const tables = { place: [["Riga", "Riga", "LV"], ["Jelgava", "Zemgale", "LV"], ["Bauska", "Zemgale", "LV"], ["Tartu", "Tartu", "EE"]] };
  const of = (...place) => sharedPlace([...place.keys()], { place, tables });
  assert.deepEqual(of(0, 0, 1), { name: "Riga", others: 1 });
  assert.deepEqual(of(1, 2), { name: "Zemgale", others: 0 });
  assert.deepEqual(of(0, 1, 2, 0, 3, 3, 3), { name: "Latvia", others: 3 });
  assert.equal(of(0, 3), null);
  assert.equal(of(-1, -1, -1, 0), null);
});

test("spellings of one name sound alike, other names do not", () => {
  for (const same of [["Lviv", "Lvov", "Львів"], ["Kharkiv", "Kharkov", "Харьков"], ["Odesa", "Odessa", "Одеса"], ["Mecca", "Makkah"], ["Homyel\u2019", "Gomel"], ["Khōst", "Khost"]]) {
    assert.equal(new Set(same.map(skeleton)).size, 1, same.join());
  }
  for (const [a, b] of [["Lviv", "Kyiv"], ["Mecca", "Medina"], ["Riga", "Rome"]]) assert.notEqual(skeleton(a), skeleton(b));
  assert.equal(folded("Łódź’s ÉTÉ"), "lodzs ete");
});

test("a few days long before all others share the first bar", () => {
  const days = Int32Array.from([...Array(50).keys()].map((k) => 10000 + k).concat([0, 3000]));
  const made = bins(days);
  fill(made, { day: days }, days.keys());
  assert.equal(made.width, 1);
  assert.equal(made.counts.reduce((a, b) => a + b), 52);
  assert.deepEqual(daysOf(made, 0, 0), [0, made.start]);
  assert.equal(bins(Int32Array.from([0, 500, 1000])).start, 0);
});
