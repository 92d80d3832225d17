// Runs in each frame before its own scripts. Everything here is denied by Chromium too, or does
// harm to nobody: this is what makes it said, and what keeps workers from working in vain.
(() => {
  const say = globalThis.signpostDenied ?? (() => {});
  delete globalThis.signpostDenied;
  const refuse = (act) => () => {
    say(act);
    return Promise.reject(new DOMException("Not allowed", "NotAllowedError"));
  };
  const replace = (owner, name, value) => {
    if (owner && name in owner) {
      Object.defineProperty(owner, name, { value, configurable: true, writable: true });
    }
  };
  for (const device of ["bluetooth", "usb", "hid", "serial"]) {
    replace(navigator[device], device === "serial" ? "requestPort" : "requestDevice", refuse("DEVICE"));
  }
  replace(navigator.mediaDevices, "getUserMedia", refuse("DEVICE"));
  replace(navigator.mediaDevices, "getDisplayMedia", refuse("DEVICE"));
  replace(navigator, "requestMIDIAccess", refuse("DEVICE"));
  const nowhere = (_, failed) => {
    say("DEVICE");
    if (typeof failed === "function") {
      setTimeout(() => failed({ code: 1, message: "Not allowed" }));
    }
    return 0;
  };
  replace(navigator.geolocation, "getCurrentPosition", nowhere);
  replace(navigator.geolocation, "watchPosition", nowhere);
  replace(globalThis.Notification, "requestPermission", (told) => {
    say("DEVICE");
    if (typeof told === "function") {
      told("denied");
    }
    return Promise.resolve("denied");
  });
  for (const worker of ["Worker", "SharedWorker"]) {
    replace(globalThis, worker, class extends EventTarget {
      constructor() {
        super();
        say("WORKER");
        this.port = { start() {}, close() {}, postMessage() {}, addEventListener() {} };
      }
      postMessage() {}
      terminate() {}
    });
  }
  // Chromium tells of a download when it begins, which may be after the page was read.
  const saves = (it) => it instanceof HTMLAnchorElement && it.hasAttribute("download");
  addEventListener("click", (event) => event.composedPath().some(saves) && say("DOWNLOAD"), true);
  const click = HTMLElement.prototype.click;
  replace(HTMLElement.prototype, "click", function () {
    if (saves(this)) {
      say("DOWNLOAD");
    }
    return click.call(this);
  });
  // Nobody reads what a page writes there.
  for (const name of Object.keys(console)) {
    replace(console, name, () => {});
  }
  replace(globalThis, "RTCPeerConnection", undefined);
  replace(globalThis, "webkitRTCPeerConnection", undefined);
})();
