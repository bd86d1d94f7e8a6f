/* Sidelines: gives each embedded timeline the height that it asks for. Served as /embed.js. */
(function (base) {
  "use strict";
  var ours = (frame) => base && frame.src.indexOf(base) === 0;
  addEventListener("message", function (event) {
    if (!event.data || event.data.type !== "sidelines:height" || !(event.data.height > 0)) return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (!ours(frame) || frame.contentWindow !== event.source) return;
      var borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = Math.min(event.data.height, 20000) + borders + "px";
    });
  });
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (ours(frame)) frame.contentWindow.postMessage({ type: "sidelines:ask" }, "*");
  });
})(document.currentScript && document.currentScript.src.replace(/embed\.js.*$/, "embed"));
