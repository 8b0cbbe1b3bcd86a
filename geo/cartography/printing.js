// On paper stand the map, its legend below it, the whole list and the panels.

/** Prepares the page before it is printed and puts it back afterwards; `fit()` shows all incidents. */
export function wirePrinting(map, list, holder, fit) {
  let view = null;
  const resize = (printing) => {
    document.body.classList.toggle("printing", printing);
    map.invalidateSize({ animate: false });
  };
  const clear = () => document.querySelectorAll(".printed").forEach((node) => node.remove());
  window.addEventListener("beforeprint", () => {
    clear();
    view ??= [map.getCenter(), map.getZoom()];
    holder.append(list.printed());
    map.getContainer().after(legendOnPaper(map));
    resize(true);
    fit();
  });
  window.addEventListener("afterprint", () => {
    if (!view) return;
    clear();
    resize(false);
    map.setView(...view, { animate: false });
    view = null;
  });
}

/** The legend beside the map would cover a quarter of it. */
function legendOnPaper(map) {
  const legend = map.getContainer().querySelector(".legend").cloneNode(true);
  legend.className = "printed legend-on-paper";
  legend.open = true;
  return legend;
}
