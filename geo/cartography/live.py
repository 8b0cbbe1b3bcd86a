"""The map as a local server sends it: the same page, and one script that reloads it when it is drawn anew."""

from geo.cartography.assets import script_hash
from geo.cartography.composition import POLICY_START

#: Filters, selection and view stand in the address, which a reload keeps.
_SCRIPT = """{{
const news = new EventSource("{address}?shown={version}");
news.onmessage = () => location.reload();
news.addEventListener("end", () => news.close());
}}"""


def with_reload(page: bytes, version: str, *, address: str) -> bytes:
    """The page with the script, and a policy that lets exactly this script ask its own server.

    The file on the disk has neither. A page that is not one of ours is returned as it is.

    Args:
        page: the file.
        version: of the page, letters and digits.
        address: path on the server that tells, as an event stream, of a version other than ``shown``, and of
            its own ``end``.
    """
    script = _SCRIPT.format(address=address, version=version)
    head, start, rest = page.partition(_in_attribute(POLICY_START))
    body, end, tail = rest.rpartition(b"</body>")
    if not start or not end:
        return page
    allowed = _in_attribute(f"connect-src 'self'; {POLICY_START}{script_hash(script)} ")
    return b"".join((head, allowed, body, f"<script>{script}</script>\n".encode(), end, tail))


def _in_attribute(policy: str) -> bytes:
    """As the template of the page writes it."""
    return policy.replace("'", "&#39;").encode()
