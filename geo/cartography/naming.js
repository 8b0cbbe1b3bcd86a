// What the map names, the most important first; and what a group of incidents is called.
import { countryName, placeName, sceneName } from "./format.js";
import { t } from "./strings.js";

/** From this zoom level on, a country's name has many places to stand, a town's only one. */
const TOWNS_FIRST_FROM = 6;
/** Room around a marker that is chosen, and around one that is not, in pixels. */
const REACH_PX = { chosen: 21, single: 17 };

/** The narrowest place, region or country that more than half of some incidents share, `{name, others}`; or null. */
export function sharedPlace(members, { place, tables }) {
  let found = null;
  for (const { numbers, labels, nameOf } of areasOf(tables)) { // from the widest: no town has a majority that its country has not
    const counts = new Uint32Array(labels.length);
    for (const i of members) if (place[i] >= 0) counts[numbers[place[i]]] += 1;
    const best = counts.reduce((a, n, k) => (n > counts[a] ? k : a), 0);
    if (counts[best] * 2 <= members.length) break;
    const name = nameOf(labels[best]);
    if (name) found = { name, others: members.length - counts[best] };
  }
  return found;
}

/** For countries, regions and places: the number of each entry of the table, a label of each number, and what names it. */
const areas = new WeakMap();

function areasOf({ place }) {
  if (!areas.has(place)) {
    areas.set(place, [
      { ...numbered(place, ([, , code]) => code), nameOf: ([, , code]) => code && countryName(code) },
      { ...numbered(place, ([, region, code]) => `${code} ${region}`), nameOf: ([, region]) => region },
      { numbers: Uint32Array.from(place.keys()), labels: place, nameOf: placeName },
    ]);
  }
  return areas.get(place);
}

function numbered(place, keyOf) {
  const seen = new Map();
  const labels = [];
  const numbers = Uint32Array.from(place, (label) => {
    const key = keyOf(label);
    if (!seen.has(key)) {
      seen.set(key, labels.length);
      labels.push(label);
    }
    return seen.get(key);
  });
  return { numbers, labels };
}

/** Names of what is drawn of incidents: the chosen one, groups, the largest first, then single ones. */
function incidentNames({ singles = [], shown }, index, selected) {
  const groups = [...shown.values()].filter((marker) => marker.group).sort((a, b) => b.group.members.length - a.group.members.length);
  const named = groups.map((marker) => groupName(marker, index)).filter((item) => item.name);
  const seen = new Set();
  const scenes = [];
  for (const i of [...singles].sort((a, b) => (b === selected) - (a === selected))) {
    if (index.place[i] < 0 || seen.has(index.place[i])) continue;
    seen.add(index.place[i]);
    const dot = i === selected ? REACH_PX.chosen : REACH_PX.single;
    scenes.push({ name: sceneName(index, i), lat: index.lat[i], lon: index.lon[i], kind: "scene", dot });
  }
  const first = scenes.length && singles.includes(selected) ? 1 : 0;
  return [...scenes.slice(0, first), ...named, ...scenes.slice(first)];
}

/** "Kharkiv +4": where most of a group are, and how many are not. Looked for once: groups may hold thousands. */
function groupName(marker, index) {
  const { group } = marker;
  if (group.name === undefined) {
    const shared = sharedPlace(group.members, index);
    group.place = shared?.name ?? "";
    group.name = shared?.others ? t("andOthers", { place: shared.name, n: shared.others }) : group.place;
    if (shared) marker.getElement().setAttribute("aria-label", t("groupNamed", { n: group.members.length, place: group.name }));
  }
  const { lat, lng } = marker.getLatLng();
  return { name: group.name, place: group.place, lat, lon: lng, kind: "group", dot: group.radius };
}

/** All that may be named: incidents, then towns, seas and countries of the base map, last what is merely mentioned. */
export function mapNames(map, { markers, index, selected, context, seas, towns, countries }) {
  const zoom = map.getZoom();
  const fitting = (items) => items.filter((item) => item.from <= zoom);
  const drawn = incidentNames(markers, index, selected);
  const taken = new Set(drawn.flatMap((item) => [item.name, item.place]));
  const land = [...fitting(seas), ...fitting(towns)];
  const ranked = zoom < TOWNS_FIRST_FROM ? [...countries, ...land] : [...land, ...countries];
  return [...drawn, ...[...ranked, ...context.names()].filter((item) => !taken.has(item.name) && taken.add(item.name))];
}
