// Owns how the band looks: its instruments drawn here, its players from `pictures/`.
import type { Member, Player } from "./band.ts";
import bird from "./pictures/bird.svg";
import buffalo from "./pictures/buffalo.svg";
import cat from "./pictures/cat.svg";
import duck from "./pictures/duck.svg";
import elephant from "./pictures/elephant.svg";
import frog from "./pictures/frog.svg";
import mouse from "./pictures/mouse.svg";
import rabbit from "./pictures/rabbit.svg";
import turtle from "./pictures/turtle.svg";

export const animals: Readonly<Record<Player | "mouse" | "turtle", string>> = {
  bird,
  buffalo,
  cat,
  duck,
  elephant,
  frog,
  mouse,
  rabbit,
  turtle,
};

const drawn = (inside: string) => `<svg viewBox="0 0 160 160" fill="none">${inside}</svg>`;
const ground = '<ellipse cx="80" cy="150" rx="64" ry="8" fill="#2b1408" fill-opacity=".28"/>';

export const instrumentPictures: Readonly<Record<Member, string>> = {
  drum: drawn(
    `${ground}<path stroke="#6b3f1f" stroke-width="9" stroke-linecap="round" d="M42 104l-14 44M118 104l14 44M34 132h92"/><path fill="#b3271e" d="M22 44c0 46 10 66 20 78 20 8 56 8 76 0 10-12 20-32 20-78z"/><path fill="#d9452f" d="M22 44c0 40 8 60 16 72 6 3 12 4 18 5-10-20-14-46-14-74z"/><path stroke="#f0c04a" stroke-width="5" d="M24 62c34 12 78 12 112 0M40 116c24 9 56 9 80 0"/><g fill="#f0c04a"><circle cx="44" cy="78" r="4"/><circle cx="68" cy="82" r="4"/><circle cx="92" cy="82" r="4"/><circle cx="116" cy="78" r="4"/></g><ellipse cx="80" cy="42" rx="60" ry="22" fill="#8f5d30"/><ellipse cx="80" cy="38" rx="58" ry="20" fill="#f7e3b5"/><ellipse cx="76" cy="35" rx="38" ry="11" fill="#fff5d9"/><path stroke="#8a5a2b" stroke-width="6" stroke-linecap="round" d="M104 28l38-24M66 30L34 4"/><circle cx="102" cy="29" r="7" fill="#fff1cf"/><circle cx="67" cy="31" r="7" fill="#fff1cf"/>`,
  ),
  woodblock: drawn(
    `${ground}<path fill="#c8473a" d="M20 138c-6-14 6-24 18-24h84c12 0 24 10 18 24-2 8-118 8-120 0z"/><path fill="#e8714f" d="M26 130c0-8 8-12 16-12h76c8 0 14 4 16 10-20-4-84-4-108 2z"/><path fill="#8a5126" d="M16 90c0-36 30-60 66-60s62 20 62 50-20 44-60 44S16 116 16 90z"/><path fill="#b0703a" d="M24 84c2-28 28-46 58-46 26 0 46 10 52 28-20-12-70-14-110 18z"/><path fill="#3a1f0c" d="M30 100c28 8 70 8 110-14 2 6 0 10-4 14-30 16-74 18-100 8-4-2-6-4-6-8z"/><circle cx="120" cy="62" r="8" fill="#3a1f0c"/><circle cx="118" cy="60" r="3" fill="#f7e3b5"/><path stroke="#6b3f1f" stroke-width="4" d="M34 72c10-12 24-18 40-20M46 84c10-8 20-12 34-14"/><path stroke="#d9a860" stroke-width="8" stroke-linecap="round" d="M92 30L134 6"/><circle cx="90" cy="31" r="10" fill="#e8c080"/>`,
  ),
  gong: drawn(
    `${ground}<path stroke="#6b3f1f" stroke-width="10" stroke-linecap="round" d="M22 148V24M138 148V24M12 26h136"/><path fill="#8a5126" d="M6 14h148l-8 16H14z"/><path stroke="#c8473a" stroke-width="4" d="M56 30v20M104 30v20"/><circle cx="80" cy="88" r="48" fill="#a8731c"/><circle cx="79" cy="86" r="45" fill="#d9a02c"/><circle cx="78" cy="85" r="34" fill="#c48a1f"/><circle cx="77" cy="84" r="32" fill="#e8b845"/><circle cx="78" cy="85" r="13" fill="#b07a1c"/><circle cx="76" cy="82" r="11" fill="#f7d878"/><path stroke="#fff3c4" stroke-width="5" stroke-linecap="round" d="M46 66c6-12 14-18 24-21" stroke-opacity=".8"/><path stroke="#8a5a2b" stroke-width="7" stroke-linecap="round" d="M112 108l30 30"/><circle cx="109" cy="105" r="12" fill="#c8473a"/>`,
  ),
  flute: drawn(
    `<ellipse cx="80" cy="146" rx="60" ry="6" fill="#2b1408" fill-opacity=".2"/><g transform="rotate(-32 80 80)"><rect x="-2" y="66" width="164" height="28" rx="13" fill="#a8873a"/><rect x="-2" y="66" width="164" height="20" rx="10" fill="#d9bf6a"/><rect x="2" y="69" width="156" height="7" rx="3.500" fill="#f3e3a4"/><path stroke="#8f6f2a" stroke-width="4" d="M24 66v28M140 66v28"/><path stroke="#c8473a" stroke-width="5" d="M32 66v28M132 66v28"/><g fill="#4a3210"><ellipse cx="18" cy="77" rx="6" ry="5"/><ellipse cx="60" cy="77" rx="5" ry="4.500"/><ellipse cx="76" cy="77" rx="5" ry="4.500"/><ellipse cx="92" cy="77" rx="5" ry="4.500"/><ellipse cx="108" cy="77" rx="5" ry="4.500"/><ellipse cx="122" cy="77" rx="5" ry="4.500"/></g></g><path stroke="#c8473a" stroke-width="4" d="M134 44c10 10 8 20 14 28"/><path stroke="#c8473a" stroke-width="3" stroke-linecap="round" d="M148 72l-5 18M148 72v20M148 72l6 17"/>`,
  ),
  zither: drawn(
    `${ground}<path fill="#6b3f1f" d="M26 120l-6 28h12l6-24zM120 120l10 28h12l-8-34z"/><path fill="#8a5126" d="M2 92L142 58c10-2 16 4 16 14l-2 24c0 6-4 10-10 12L14 128c-8 2-12-4-12-10z"/><path fill="#c48a4e" d="M4 92L142 58c12-2 14 14 4 18L14 112c-10 2-14-16-10-20z"/><g stroke="#fff3d6" stroke-width="1.800"><path d="M8 94L146 62M8 98L148 66M10 102L148 70M12 106L148 74"/></g><g fill="#f7e3b5"><path d="M40 96l6-14 6 12zM62 92l6-15 6 13zM84 86l6-15 6 13zM106 80l6-14 6 12z"/></g><g fill="#c8473a"><circle cx="20" cy="122" r="4"/><circle cx="146" cy="90" r="4"/></g><path fill="#f0c04a" d="M60 112c8-6 14-2 18-8 6 4 14 0 18-6-2 14-26 22-36 14z"/>`,
  ),
  monochord: drawn(
    `${ground}<path fill="#6b3f1f" d="M16 132h14v16H16zM128 132h14v16h-14z"/><path fill="#8a5126" d="M4 108l150-6c4 0 6 4 6 8v16c0 6-2 8-8 8l-146 2c-4 0-6-4-6-8v-12c0-4 2-8 4-8z"/><path fill="#c48a4e" d="M4 108l150-6c6 0 6 12 0 12L6 120c-6 0-6-12-2-12z"/><path stroke="#e8dcb8" stroke-width="2.500" d="M34 76L148 106"/><path stroke="#5a3a1a" stroke-width="6" stroke-linecap="round" d="M34 114C32 70 34 40 16 14"/><path fill="#d9a24a" d="M34 60c-14 0-20 10-18 22 2 14 10 16 12 24h14c2-8 10-12 10-26 0-12-6-20-18-20z"/><path fill="#f3cd86" d="M26 70c-4 4-6 12-4 18 4 2 6-2 6-6s2-8 4-10c2-4-2-6-6-2z"/><path fill="#c8473a" d="M26 56c4-6 12-6 16 0l-4 6h-8z"/><g fill="#fff3d6"><circle cx="70" cy="124" r="4"/><path d="M86 118l4 6-4 6-4-6z"/><circle cx="104" cy="122" r="4"/></g><path stroke="#d9a860" stroke-width="6" stroke-linecap="round" d="M104 92l22-36"/>`,
  ),
  trung: drawn(
    `${ground}<path stroke="#6b3f1f" stroke-width="8" stroke-linecap="round" d="M18 148L40 14M142 148L120 14"/><g stroke-linecap="round"><path stroke="#8f6f2a" stroke-width="15" d="M18 118h124M26 94h108M32 70h96M36 48h88M42 28h76"/><path stroke="#d9bf6a" stroke-width="10" d="M18 116h122M26 92h106M32 68h94M36 46h86M42 26h74"/><path stroke="#f6eab4" stroke-width="3" d="M20 113h116M28 89h100M34 65h90M38 43h82M44 23h70"/></g><g stroke="#8f6f2a" stroke-width="3"><path d="M48 110v14M112 110v14M52 86v14M106 86v14M56 62v14M104 62v14"/></g><path stroke="#8a5a2b" stroke-width="6" stroke-linecap="round" d="M88 60l52-22M74 92L24 68"/><circle cx="86" cy="61" r="8" fill="#c8473a"/><circle cx="76" cy="93" r="8" fill="#c8473a"/>`,
  ),
};

/** The clever bird that repeats what it hears. */
export const parrot = drawn(
  `<path stroke="#8a5a2b" stroke-width="9" stroke-linecap="round" d="M20 136h120"/><path fill="#00578a" d="M60 118l-14 38 18-6 6 10 14-38z"/><path fill="#009e73" d="M50 66c0-34 20-52 44-52 22 0 38 16 38 38 0 10-2 16-6 24-4 40-22 60-46 60-28 0-34-38-30-70z"/><path fill="#1fc08f" d="M58 62c2-26 18-40 38-40 14 0 24 6 30 16-16-4-30 0-38 14-8 16-12 44-6 74-20-6-26-38-24-64z"/><path fill="#0072b2" d="M62 78c14-4 28 6 32 22 2 14-4 26-16 30-14-8-20-34-16-52z"/><path fill="#56b4e9" d="M68 84c8 2 16 10 18 22 0 6-2 12-6 16-8-8-12-24-12-38z"/><circle cx="106" cy="46" r="14" fill="#fff"/><circle cx="109" cy="47" r="7" fill="#1f2a44"/><circle cx="111" cy="44" r="2.500" fill="#fff"/><path fill="#e69f00" d="M122 50c16-2 26 8 22 26-4-6-12-8-22-8-4-6-4-14 0-18z"/><path fill="#c57f00" d="M122 66c8 0 12 4 12 10-6 4-14 0-14-6z"/><path fill="#d55e00" d="M84 16c-4-10 2-16 10-14-2 4 2 6 6 4 0-6 8-8 12-2-2 6-6 10-12 12z"/><path stroke="#e69f00" stroke-width="6" stroke-linecap="round" d="M74 132v8M92 132v8"/>`,
);
export const recordSign = `<svg viewBox="0 0 100 100"><circle cx="50" cy="50" r="44" fill="#fff1ea" stroke="#c8473a" stroke-width="6"/><circle cx="50" cy="50" r="25" fill="#d5301e"/><circle cx="43" cy="42" r="7" fill="#fff" fill-opacity=".6"/></svg>`;
export const replaySign = `<svg viewBox="0 0 100 100"><circle cx="50" cy="50" r="44" fill="#eaf5fc" stroke="#0072b2" stroke-width="6"/><path fill="#0072b2" d="M38 28c0-5 4-7 8-4l30 21c4 3 4 7 0 10L46 76c-4 3-8 1-8-4z"/></svg>`;

/** A bell of brass; the number of rings on it tells bells apart without telling how they sound. */
export const bell = (index: number): string =>
  drawn(
    `<path stroke="#8a5a2b" stroke-width="8" stroke-linecap="round" d="M80 12v20"/><circle cx="80" cy="14" r="9" fill="none" stroke="#8a5a2b" stroke-width="6"/><path fill="#b07a1c" d="M80 26c34 0 38 40 42 72 2 12 10 16 14 24 2 6-2 10-8 10H32c-6 0-10-4-8-10 4-8 12-12 14-24 4-32 8-72 42-72z"/><path fill="#e8b845" d="M80 28c26 0 32 34 36 70 2 10 8 16 10 24H40c-8 0-8-4-4-8 6-6 8-14 10-24 4-30 10-62 34-62z"/><path fill="#fbe7a8" d="M66 44c-10 12-12 36-14 58-2 6-10 4-10-2 2-26 8-56 24-56z"/>${[
      "#c8473a",
      "#0072b2",
      "#009e73",
      "#a3568b",
    ]
      .slice(index, index + 1)
      .map((colour) => `<path stroke="${colour}" stroke-width="8" d="M44 96c22 8 50 8 72 0"/>`)
      .join(
        "",
      )}${Array.from({ length: index + 1 }, (_, dot) => `<circle cx="${80 + (dot - index / 2) * 18}" cy="70" r="6.500" fill="#fffdf6"/>`).join("")}<circle cx="80" cy="140" r="12" fill="#8f5d14"/>`,
  );

/** A folding screen of silk, behind which somebody plays. */
export const screen = `<svg viewBox="0 0 520 330" fill="none"><ellipse cx="260" cy="320" rx="250" ry="12" fill="#2b1408" fill-opacity=".3"/><path fill="#6b2418" d="M8 26l166-16v300L8 322zM174 10h172v300H174zM346 10l166 16v296l-166-12z"/><path fill="#f7e6c4" d="M24 42l136-13v266L24 305zM188 26h144v268H188zM360 29l136 13v263l-136-10z"/><path fill="#fff5dc" d="M24 42l136-13v90L24 160zM188 26h144v90c-50 20-100 20-144 10zM360 29l136 13v80l-136-20z"/><g><path fill="#3f9a58" d="M206 262c20-12 88-12 108 0-16 18-92 18-108 0z"/><path stroke="#3f9a58" stroke-width="5" d="M258 262c-4-30 0-60 4-84"/><path fill="#f59ab8" d="M260 182c-34-4-48-30-44-46 18 2 30 12 36 22-2-20 2-36 10-48 8 12 12 28 10 48 6-10 18-20 36-22 4 16-12 42-48 46z"/><path fill="#fbc4d6" d="M262 180c-14-14-18-44 0-66 18 22 14 52 0 66z"/></g><g stroke="#6f9a5a" stroke-width="6" stroke-linecap="round"><path d="M52 300c6-80 4-150 20-220M110 298c-4-70 2-120-6-190"/></g><g fill="#7fb268"><path d="M70 110c20-18 40-16 54-2-18 8-38 10-54 2zM66 160c-16-14-28-14-38-2 12 8 26 10 38 2zM106 170c16-16 34-14 46-2-16 8-32 10-46 2z"/></g><g stroke="#8a5a3b" stroke-width="7" stroke-linecap="round"><path d="M384 300c10-60 40-90 36-160M408 210c20-14 30-30 34-50M420 160c-16-12-24-26-26-40"/></g><g fill="#f4a6bf"><circle cx="420" cy="134" r="13"/><circle cx="444" cy="154" r="12"/><circle cx="394" cy="112" r="12"/><circle cx="440" cy="108" r="10"/><circle cx="466" cy="180" r="9"/><circle cx="404" cy="186" r="9"/></g><path stroke="#f0c04a" stroke-width="4" d="M174 10v300M346 10v300M8 26l166-16h172l166 16"/></svg>`;
