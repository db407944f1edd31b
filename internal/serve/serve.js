// Reloads the page when the policy has been built anew.
//
// A browser opens six connections to a server, for all its tabs together. So only a
// page that is seen listens; one that comes into sight hears at once what it missed.
(() => {
  const build = document.currentScript.dataset.build;
  const host = document.getElementById("privity-serve");
  const panel = host?.shadowRoot?.querySelector("details");
  const closed = "privity-closed"; // the build whose findings were put aside
  let events;
  let absence;

  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
      return;
    }
    if (events && events.readyState !== EventSource.CLOSED) return;
    events = new EventSource("/~/events");
    events.onmessage = (event) => {
      absence?.remove();
      absence = undefined;
      if (event.data !== build) location.reload();
    };
    events.onerror = () => {
      if (!absence) tellAbsence();
    };
  };

  const tellAbsence = () => {
    absence = document.createElement("p");
    absence.textContent = "privity serve does not answer. The page may be out of date.";
    absence.setAttribute("role", "status");
    absence.style.cssText =
      "position:fixed;inset:0.75rem 0.75rem auto auto;z-index:2147483647;margin:0;padding:0.6rem 1rem;max-width:30rem;" +
      "border-radius:6px;background:var(--ink,#1a1f26);color:var(--paper,#ffffff);font:600 0.9375rem/1.4 var(--sans,sans-serif)";
    document.body.append(absence);
  };

  if (panel) {
    if (sessionStorage.getItem(closed) === build) panel.open = false;
    panel.addEventListener("toggle", () => {
      if (panel.open) sessionStorage.removeItem(closed);
      else sessionStorage.setItem(closed, build);
      document.documentElement.style.overflow = panel.open ? "hidden" : "";
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") panel.open = false;
    });
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  listen();
})();
