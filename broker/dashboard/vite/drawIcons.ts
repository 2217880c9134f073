// Owns the icons of the installed page: drawn from icon.svg into public/. Run by hand after the drawing changed:
// `node broker/dashboard/vite/drawIcons.ts`.
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const green = "#0a5c53";

type Icon = {
  readonly file: string;
  readonly size: number;
  /** Of the edge; systems cut a maskable one into a shape of their own, so it goes to the edge. */
  readonly cornerShare: number;
  /** How much larger than on the maskable one the drawing stands, where nothing is cut away. */
  readonly scale: number;
};
const icons: readonly Icon[] = [
  { file: "icon192.png", size: 192, cornerShare: 0.22, scale: 1.25 },
  { file: "icon512.png", size: 512, cornerShare: 0.22, scale: 1.25 },
  { file: "iconMaskable.png", size: 512, cornerShare: 0, scale: 1 },
];

const executablePath = process.env["KIDSMART_CHROMIUM"] ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const source = await browser.newPage();
  await source.goto(new URL("icon.svg", import.meta.url).href);
  const drawing = await source.locator("svg").evaluate((svg) => svg.outerHTML);
  for (const { file, size, cornerShare, scale } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}div{width:${size}px;height:${size}px;overflow:hidden;background:${green};border-radius:${size * cornerShare}px}svg{display:block;transform:scale(${scale})}</style><div>${drawing}</div>`,
    );
    await page.screenshot({ path: here(`../public/${file}`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
