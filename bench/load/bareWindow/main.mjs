// The least an Electron program can be: one window with one button. What the kiosk's start is measured against.
import { app, BrowserWindow } from "electron";

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadURL("data:text/html,<button autofocus>Chơi</button>");
});
