// Where a card opens: beside its marker, or as a sheet on phones and for what is not on the map.
import { element } from "./format.js";
import { t } from "./strings.js";
import { boxOf } from "./controls.js";
import { cardMargins } from "./view.js";

/** Below this width the card is a sheet over the lower part of the screen, in pixels. */
export const NARROW_PX = 720;

export class Cards {
  /** `closed()` is called when the reader has closed a card. */
  constructor(map, closed) {
    Object.assign(this, { map, closed });
    this.sheet = document.getElementById("sheet");
    this.popup = null;
    watchEnd(this.sheet);
    map.on("popupclose", (event) => { if (event.popup === this.popup) this.gone(true); });
  }

  /** Opens a card at a position; without one as a sheet. */
  open(card, at) {
    this.foldLegend(true);
    const narrow = window.innerWidth < NARROW_PX;
    const scroller = narrow || !at ? this.openSheet(card) : this.openPopup(card, at);
    if (narrow && at) this.map.panInside(at, { paddingTopLeft: [40, 110], paddingBottomRight: [40, window.innerHeight * 0.6] });
    markEnd(scroller);
    card.querySelector("h2").focus({ preventScroll: true });
  }

  openSheet(card) {
    const { sheet } = this;
    const close = element("button", { type: "button", class: "sheet-close", "aria-label": t("close"), onclick: () => this.close() }, "×");
    sheet.replaceChildren(close, card);
    sheet.setAttribute("aria-label", t("cardName"));
    sheet.hidden = false;
    sheet.scrollTop = 0;
    document.body.classList.add("with-sheet");
    return sheet;
  }

  openPopup(card, at) {
    const maxHeight = Math.max(220, Math.min(620, this.map.getSize().y - 110));
    this.popup = L.popup({ minWidth: 340, maxWidth: 380, maxHeight, offset: [0, -8], ...cardMargins(this.map), closeOnClick: true })
      .setLatLng(at).setContent(card).openOn(this.map);
    const node = this.popup.getElement();
    node.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", t("close"));
    return watchEnd(node.querySelector(".leaflet-popup-content"));
  }

  close(tell = true) {
    const { popup, sheet } = this;
    const open = popup !== null || !sheet.hidden;
    this.popup = null;
    popup?.remove();
    sheet.hidden = true;
    document.body.classList.remove("with-sheet");
    if (open) this.gone(tell);
  }

  gone(tell) {
    this.popup = null;
    this.foldLegend(false);
    if (tell) this.closed();
  }

  /** Boxes that labels keep clear of, in layer pixels. */
  boxes() {
    return this.popup ? [boxOf(this.map, this.popup.getElement())] : [];
  }

  /** The legend makes room while a card is open. */
  foldLegend(fold) {
    const legend = this.map.getContainer().querySelector(".legend");
    if (fold) this.legendWasOpen = legend.open;
    legend.open = !fold && Boolean(this.legendWasOpen);
  }
}

/** A card that goes on below its edge shows it, until its end is in view. */
function markEnd(scroller) {
  scroller.classList.toggle("more-below", scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > 12);
}

function watchEnd(scroller) {
  scroller.addEventListener("scroll", () => markEnd(scroller), { passive: true });
  scroller.addEventListener("toggle", () => markEnd(scroller), true);
  return scroller;
}
