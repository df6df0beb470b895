"use strict";

// Optional: adds buttons that copy code, and updates the pages when new requests arrive.

if (navigator.clipboard) {
  for (const code of document.querySelectorAll("pre.copy")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    const frame = document.createElement("div");
    frame.className = "code";
    code.replaceWith(frame);
    frame.append(code, button);
  }
}

const region = document.getElementById("live");
if (region && region.dataset.stream) {
  showLive(region);
}

function showLive(region) {
  const bar = document.createElement("div");
  bar.className = "live";
  const state = document.createElement("span");
  state.setAttribute("role", "status");
  const pause = document.createElement("button");
  pause.type = "button";
  bar.append(state, pause);
  region.before(bar);

  let stream = null;
  let paused = false;
  let stale = false;
  let refreshing = false;
  let shown = region.innerHTML;

  // The server renders the list, so that it looks the same with and without scripts.
  async function refresh() {
    const response = await fetch(location.href);
    if (!response.ok || !stream) {
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const newest = page.getElementById("live").innerHTML;
    if (newest === shown) {
      return;
    }
    shown = newest;
    change(region, page.getElementById("live"));
  }

  // One at a time, so that an older page never replaces a newer one, and at most five per second.
  async function refreshSoon() {
    stale = true;
    if (refreshing) {
      return;
    }
    refreshing = true;
    while (stale && stream) {
      await new Promise((resume) => setTimeout(resume, 200));
      stale = false;
      await refresh().catch(() => {}); // the sandbox is down: the stream reports it, and reconnects later
    }
    refreshing = false;
  }

  function start() {
    stream = new EventSource(region.dataset.stream);
    stream.addEventListener("request", refreshSoon);
    // Fetches requests that were missed before, too.
    stream.addEventListener("open", () => {
      state.textContent = "Live";
      refreshSoon();
    });
    stream.addEventListener("error", () => (state.textContent = "No response from the sandbox"));
    state.textContent = "Connecting";
    pause.textContent = "Pause";
  }

  function stop(text) {
    stream?.close();
    stream = null;
    state.textContent = text;
    pause.textContent = "Resume";
  }

  pause.addEventListener("click", () => {
    paused = !paused;
    paused ? stop("Paused") : start();
  });
  // All pages of a browser share a few connections to one server.
  document.addEventListener("visibilitychange", () => {
    if (!paused) {
      document.hidden ? stop("Hidden") : start();
    }
  });
  if (!document.hidden) {
    start();
  }
}

// Unchanged elements are kept, with their focus, input, and open state.
function change(element, into) {
  for (const { name } of [...element.attributes]) {
    if (name !== "open" && !into.hasAttribute(name)) {
      element.removeAttribute(name);
    }
  }
  for (const { name, value } of into.attributes) {
    element.setAttribute(name, value);
  }
  let next = element.firstChild;
  for (const child of [...into.childNodes]) {
    const known = sameIn(next, child);
    if (!known) {
      element.insertBefore(child, next);
      continue;
    }
    next = removeUntil(next, known).nextSibling;
    if (known instanceof Element) {
      change(known, child);
    } else if (known.data !== child.data) {
      known.data = child.data;
    }
  }
  removeUntil(next, null);
}

function sameIn(next, child) {
  if (child.id) {
    let known = next;
    while (known && known.id !== child.id) {
      known = known.nextSibling;
    }
    return known;
  }
  return next && !next.id && next.nodeName === child.nodeName ? next : null;
}

function removeUntil(node, end) {
  while (node !== end) {
    const removed = node;
    node = node.nextSibling;
    removed.remove();
  }
  return end;
}
