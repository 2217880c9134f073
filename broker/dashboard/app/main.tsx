// Owns the start of the dashboard in the browser.
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./tokens.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startTexts } from "../text/i18n.ts";
import { App } from "./App.tsx";
import { watchInstallOffer } from "./install.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
watchInstallOffer();
const texts = await startTexts(localStorage);
createRoot(root).render(
  <StrictMode>
    <App texts={texts} />
  </StrictMode>,
);

// Only on https or on the hub's own computer; elsewhere the page works without it.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  window.addEventListener(
    "load",
    () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined),
  );
