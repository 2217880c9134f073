// Owns the pictures of the day, 250 × 200 each: Na at home and at school. Pure SVG text.
import type { ActivityName } from "./day.ts";
import { grownUp, na, naHead } from "./drawNa.ts";

const at = (x: number, y: number, scale: number, inside: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${inside}</g>`;

/** A room: wall and floor. */
const room = (wall: string, floor: string, skirting: string) =>
  `<path fill="${wall}" d="M0 0h250v200H0z"/><path fill="#fff" fill-opacity=".22" d="M0 0h30v140H0zM70 0h30v140H70zM140 0h30v140h-30zM210 0h30v140h-30z"/><path fill="${floor}" d="M0 140h250v60H0z"/><path fill="${skirting}" d="M0 134h250v8H0z"/>`;
const outside = (top: string, low: string, grass: string) =>
  `<path fill="${top}" d="M0 0h250v200H0z"/><path fill="${low}" d="M0 70h250v70H0z"/><path fill="#9cc8a8" fill-opacity=".75" d="M0 130V100c20-30 46-30 62 0 14-40 52-40 66 0 18-34 50-36 66 0 14-26 36-26 56-6v40z"/><path fill="${grass}" d="M0 128c80-14 170-14 250 0v72H0z"/>`;

type View = "sunrise" | "day" | "dusk" | "night";
const views: Readonly<Record<View, string>> = {
  sunrise:
    '<path fill="#ffcf9a" d="M0 0h60v56H0z"/><path fill="#ffe6bd" d="M0 24h60v32H0z"/><circle cx="30" cy="38" r="15" fill="#ff9f43"/><path fill="#8cc67a" d="M0 42c20-8 40-8 60 0v14H0z"/>',
  day: '<path fill="#8fd3f5" d="M0 0h60v56H0z"/><circle cx="44" cy="14" r="9" fill="#ffd447"/><path fill="#fff" d="M8 26c-6 0-6-9 1-9 1-7 11-8 13-1 6-2 10 4 6 10z"/><path fill="#8cc653" d="M0 44c20-8 40-8 60 0v12H0z"/>',
  dusk: '<path fill="#ff9f6b" d="M0 0h60v56H0z"/><path fill="#ffc98a" d="M0 26h60v30H0z"/><circle cx="14" cy="36" r="12" fill="#ffe07a"/><path fill="#7d9a5a" d="M0 44c20-8 40-8 60 0v12H0z"/>',
  night:
    '<path fill="#24346f" d="M0 0h60v56H0z"/><path fill="#ffe89a" d="M40 8a13 13 0 1 0 10 20A11 11 0 0 1 40 8z"/><g fill="#fff6cf"><circle cx="12" cy="14" r="2"/><circle cx="24" cy="28" r="1.600"/><circle cx="52" cy="40" r="1.800"/><circle cx="10" cy="42" r="1.400"/></g>',
};
let windows = 0;
const window = (x: number, y: number, view: View, size = 1) => {
  windows += 1;
  const id = `view-${windows}`;
  return at(
    x,
    y,
    size,
    `<rect x="-6" y="-6" width="72" height="68" rx="7" fill="#b27a42"/><clipPath id="${id}"><rect width="60" height="56" rx="3"/></clipPath><g clip-path="url(#${id})">${views[view]}</g><path d="M30 0v56M0 28h60" stroke="#b27a42" stroke-width="4"/><path d="M-10 64h80" stroke="#8a5426" stroke-width="6" stroke-linecap="round"/>`,
  );
};
const steam = (x: number, y: number) =>
  `<g class="bob" stroke="#fff" stroke-opacity=".85" stroke-width="4" stroke-linecap="round" fill="none"><path d="M${x - 9} ${y}q-6-8 0-14t0-14M${x + 5} ${y}q-6-8 0-14t0-14"/></g>`;
const bowl = (x: number, y: number, colour: string, scale = 1) =>
  at(
    x,
    y,
    scale,
    `<path d="M-26 0h52c0 20-10 28-26 28S-26 20-26 0z" fill="${colour}"/><ellipse cx="0" cy="0" rx="26" ry="7" fill="#fff3dd"/><ellipse cx="0" cy="0" rx="20" ry="4.500" fill="#f2c27a"/><path d="M-18 12q9 6 18 0t18 0" stroke="#fff" stroke-opacity=".7" stroke-width="3" fill="none"/>`,
  );
const table = (y: number, colour = "#b98049", edge = "#e0ad72") =>
  `<path fill="${colour}" d="M10 ${y}h230v40H10z"/><path fill="${edge}" d="M2 ${y - 6}h246v14H2z"/>`;
const bed = (blanket: string, light: string) =>
  `<path fill="#8a5426" d="M16 70h12v116H16zM222 104h12v82h-12z"/><path fill="#b27a42" d="M18 150h214v26H18z"/><rect x="26" y="128" width="204" height="32" rx="12" fill="#fff6e4"/><rect x="30" y="108" width="66" height="34" rx="15" fill="#fff"/><rect x="30" y="120" width="66" height="22" rx="11" fill="#dfe8f2"/><path d="M92 132c30-22 110-22 138 0v32H92z" fill="${blanket}"/><path d="M92 134c30-20 110-20 138 0v9c-30-18-108-18-138 0z" fill="${light}"/>`;
const teddy = (x: number, y: number, scale: number) =>
  at(
    x,
    y,
    scale,
    '<g fill="#a9683a"><circle cx="-11" cy="-34" r="7"/><circle cx="11" cy="-34" r="7"/><ellipse cx="0" cy="2" rx="17" ry="18"/><circle cx="0" cy="-22" r="16"/><ellipse cx="-17" cy="0" rx="6" ry="10"/><ellipse cx="17" cy="0" rx="6" ry="10"/></g><ellipse cx="0" cy="4" rx="10" ry="11" fill="#e8c08f"/><ellipse cx="0" cy="-17" rx="8" ry="6" fill="#e8c08f"/><g fill="#2b2230"><circle cx="-6" cy="-25" r="2.200"/><circle cx="6" cy="-25" r="2.200"/><circle cx="0" cy="-19" r="2.400"/></g>',
  );
const zzz = (x: number, y: number) =>
  `<g class="bob slow" stroke="#5b7fd0" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" fill="none"><path d="M${x} ${y}h13l-13 15h13M${x + 22} ${y - 22}h10l-10 12h10M${x + 40} ${y - 40}h7l-7 9h7"/></g>`;
const child = (x: number, y: number, scale: number, hair: string, shirt: string) =>
  at(
    x,
    y,
    scale,
    `<path d="M-8 10v26M8 10v26" stroke="#ffd9b5" stroke-width="9" stroke-linecap="round"/><path d="M-13-28h26l7 44q-20 8-40 0z" fill="${shirt}"/><path d="M-14-20q-14 8-18-10M14-20q14 8 18-10" stroke="#ffd9b5" stroke-width="9" stroke-linecap="round" fill="none"/><circle cx="0" cy="-54" r="26" fill="${hair}"/><ellipse cx="0" cy="-48" rx="22" ry="21" fill="#ffd9b5"/><path d="M-24-52c0-32 48-32 48 0-16-8-32-8-48 0z" fill="${hair}"/><g fill="#2b2230"><circle cx="-8" cy="-47" r="3.400"/><circle cx="8" cy="-47" r="3.400"/></g><path d="M-6-39q6 7 12 0" stroke="#b5503c" stroke-width="2.600" stroke-linecap="round" fill="none"/>`,
  );

const drawings: Readonly<Record<ActivityName, () => string>> = {
  wake: () =>
    `${room("#ffe6c4", "#d8a468", "#c08a50")}${window(150, 22, "sunrise", 1.2)}<path d="M128 6q-8 60 4 96h10q-14-40-6-96zM236 6q8 60-4 96h-10q14-40 6-96z" fill="#7cc3b0"/>${at(70, 122, 1.15, na({ eyes: "glad", shirt: "#9fd2f4", left: [-34, -66], right: [36, -64], legs: "none" }))}${bed("#f3a7bd", "#ffd3df")}`,
  wash: () =>
    `${room("#cdeee6", "#9fc9d8", "#7fb0c4")}<g stroke="#fff" stroke-width="2.500" stroke-opacity=".8"><path d="M0 34h250M0 68h250M0 102h250M40 0v134M84 0v134M128 0v134M172 0v134M216 0v134"/></g><rect x="140" y="14" width="86" height="76" rx="14" fill="#fff"/><rect x="146" y="20" width="74" height="64" rx="10" fill="#bfe6f7"/><path d="M156 70l34-44" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-opacity=".8"/><rect x="16" y="40" width="36" height="56" rx="5" fill="#f4775c"/><path d="M16 54h36M16 82h36" stroke="#fff3dd" stroke-width="5"/>${at(92, 134, 1.25, na({ eyes: "open", shirt: "#9fd2f4", left: [-20, 6], right: [12, -36] }))}<path d="M106 90l34-12" stroke="#e5392d" stroke-width="6" stroke-linecap="round"/><path d="M100 88l10-3" stroke="#fff" stroke-width="9" stroke-linecap="round"/><g fill="#fff"><circle cx="96" cy="92" r="5"/><circle cx="88" cy="94" r="4"/><circle cx="104" cy="95" r="4"/></g><path fill="#dfe8ee" d="M136 138h96c0 30-16 40-48 40s-48-10-48-40z"/><path fill="#fbfdfe" d="M130 130h108v14H130z"/><path d="M208 130v-18h-20v8" stroke="#9aa9b8" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M188 124v14" stroke="#6fc4ea" stroke-width="5" stroke-linecap="round"/>`,
  breakfast: () =>
    `${room("#fff1d2", "#d8a468", "#c08a50")}${window(22, 20, "day", 1.15)}<path d="M180 0v26" stroke="#8a5426" stroke-width="4"/><path d="M156 46c0-28 48-28 48 0z" fill="#f4775c"/>${at(132, 128, 1.3, na({ eyes: "glad", left: [-22, 2], right: [26, -22], legs: "none" }))}${table(146)}${bowl(126, 136, "#e5532d", 1.15)}${steam(126, 126)}<path d="M162 98l8 34" stroke="#b9c9d3" stroke-width="5" stroke-linecap="round"/><g><rect x="196" y="112" width="24" height="34" rx="5" fill="#e9f4fb"/><rect x="198" y="120" width="20" height="24" rx="4" fill="#fff"/></g><g fill="#f6c945"><path d="M40 140q16 14 38-2 4-8-2-12-14 14-34 8z"/></g>`,
  school: () =>
    `${outside("#8fd3f5", "#d8f0f8", "#8cc653")}<circle cx="40" cy="34" r="18" fill="#ffd447"/><g transform="translate(116 26)"><path fill="#ffe9b8" d="M0 34h130v72H0z"/><path fill="#e5532d" d="M-8 38L28 6h74l36 32z"/><path fill="#fff6e4" d="M40 2h50v28H40z"/><path d="M65 2v-22" stroke="#8a5426" stroke-width="3"/><path fill="#da251d" d="M66-20h26v17H66z"/><path fill="#ffdf3a" d="M79-17l1.700 5h5.300l-4.300 3.100 1.600 5-4.300-3.100-4.300 3.100 1.600-5-4.300-3.100h5.300z"/><path fill="#8a5a35" d="M48 60h34v46H48z"/><g fill="#8fd0ee" stroke="#fff" stroke-width="3"><rect x="10" y="52" width="26" height="26"/><rect x="94" y="52" width="26" height="26"/></g><circle cx="65" cy="17" r="9" fill="#f6b92b"/></g><path d="M110 200c20-40 50-56 70-66h18c-10 14-16 36-16 66z" fill="#f0dcae"/>${at(82, 146, 1.2, na({ eyes: "glad", pack: true, legs: "walk", left: [-22, -2], right: [30, -40] }))}`,
  play: () =>
    `${outside("#8fd3f5", "#d8f0f8", "#9ad05c")}<circle cx="214" cy="32" r="18" fill="#ffd447"/><g stroke-linecap="round"><path d="M24 150V70M52 150V70" stroke="#2d7fc4" stroke-width="7"/><path d="M24 90h28M24 110h28M24 130h28" stroke="#6fb9ec" stroke-width="5"/><path d="M50 72c26 4 30 70 62 80" stroke="#e5532d" stroke-width="13" fill="none"/><path d="M50 68c26 4 30 70 62 80" stroke="#ff8a66" stroke-width="5" fill="none"/></g>${child(206, 140, 0.95, "#4a2f22", "#23a374")}${at(140, 148, 1.15, na({ eyes: "glad", left: [-34, -34], right: [32, -30], legs: "walk" }))}<g class="bob"><circle cx="182" cy="176" r="15" fill="#fff"/><path d="M182 161l8 9-3 10h-10l-3-10zM168 176l6 2M196 176l-6 2M175 189l2-8M189 189l-2-8" fill="#2d7fc4" stroke="#2d7fc4" stroke-width="2"/></g>`,
  lunch: () =>
    `${room("#dff0e4", "#d8a468", "#7fb58f")}${window(166, 18, "day", 1.1)}<g><rect x="20" y="18" width="60" height="44" rx="6" fill="#fffdf6" stroke="#b27a42" stroke-width="5"/><path d="M30 52l12-18 10 12 8-8 10 14z" fill="#7cc04c"/><circle cx="64" cy="32" r="5" fill="#ffd447"/></g>${child(46, 124, 0.95, "#3a2a22", "#7cc3f2")}${child(206, 124, 0.95, "#5a3a26", "#f3a7bd")}${at(126, 122, 1.15, na({ eyes: "glad", left: [-20, 0], right: [22, -20], legs: "none" }))}${table(144, "#7cbf8e", "#a9dcb4")}${bowl(126, 136, "#2d7fc4")}<path d="M104 132c4-16 40-16 44 0z" fill="#fff"/>${bowl(46, 138, "#e5532d", 0.85)}${bowl(206, 138, "#f6b92b", 0.85)}<ellipse cx="88" cy="146" rx="18" ry="6" fill="#fff"/><g fill="#3f9142"><circle cx="82" cy="141" r="6"/><circle cx="92" cy="139" r="6"/><circle cx="96" cy="144" r="5"/></g><ellipse cx="166" cy="146" rx="18" ry="6" fill="#fff"/><path d="M156 144q10-12 22 0z" fill="#e0893a"/>`,
  nap: () =>
    `${room("#c9d8ee", "#c79b68", "#9fb3d4")}${window(160, 16, "day", 1)}<path d="M146 6h38q-4 60 4 84h-46q8-40 4-84zM198 6h38q-4 44 4 84h-46q8-24 4-84z" fill="#6f8fc8" fill-opacity=".92"/><path d="M140 6h104" stroke="#8a5426" stroke-width="6" stroke-linecap="round"/><path fill="#7fb58f" d="M6 150h238l6 40H0z"/><path d="M12 160h228" stroke="#fff" stroke-opacity=".5" stroke-width="4"/><rect x="18" y="126" width="70" height="30" rx="14" fill="#fff"/>${at(56, 176, 1.1, `<g transform="rotate(-8)">${naHead("closed")}</g>`)}<path d="M72 150c40-34 120-32 164 0v28H72z" fill="#f6b92b"/><path d="M72 152c40-32 120-30 164 0v10c-44-26-124-26-164 0z" fill="#ffe07a"/><g fill="#fff" fill-opacity=".8"><circle cx="120" cy="164" r="5"/><circle cx="160" cy="158" r="5"/><circle cx="200" cy="166" r="5"/></g>${zzz(92, 100)}`,
  snack: () =>
    `${room("#ffe3cf", "#d8a468", "#d89a72")}${window(170, 20, "day", 1.1)}<g transform="translate(34 30)"><rect width="54" height="40" rx="6" fill="#fff6e4" stroke="#b27a42" stroke-width="4"/><circle cx="18" cy="22" r="9" fill="#e5532d"/><path d="M40 12l9 18H31z" fill="#2d7fc4"/></g>${at(120, 124, 1.3, na({ eyes: "glad", left: [-20, 0], right: [30, -26], legs: "none" }))}<g transform="rotate(16 160 84)"><path d="M156 104c-8-24 0-44 8-52l6 4c-2 18 2 34 4 46z" fill="#f6c945"/><path d="M160 60l6-12 4 10z" fill="#8a6a2a"/></g>${table(146, "#c98d52", "#efc48d")}<rect x="76" y="108" width="26" height="38" rx="5" fill="#dff0fb"/><rect x="79" y="116" width="20" height="28" rx="4" fill="#fff"/><path d="M92 108l6-22" stroke="#e5532d" stroke-width="4" stroke-linecap="round"/><ellipse cx="188" cy="146" rx="34" ry="8" fill="#fff"/><path d="M166 142a22 20 0 0 0 44 0z" fill="#3f9142" transform="rotate(180 188 142)"/><path d="M171 142a17 16 0 0 1 34 0z" fill="#ee3f3c"/><g fill="#3a1a18"><circle cx="182" cy="136" r="1.800"/><circle cx="190" cy="133" r="1.800"/><circle cx="197" cy="137" r="1.800"/></g>`,
  home: () =>
    `${outside("#ffb27a", "#ffd9a0", "#a9b85a")}<circle cx="66" cy="92" r="26" fill="#ffe07a"/><path fill="#a9b85a" d="M0 128c80-14 170-14 250 0v72H0z"/><g transform="translate(150 64)"><path fill="#fff1c9" d="M6 34h88v58H6z"/><path fill="#c4512f" d="M-8 40L20 4h60l28 36z"/><path fill="#8a5a35" d="M40 52h24v40H40z"/><rect x="14" y="50" width="20" height="20" fill="#ffcf7a"/><rect x="70" y="50" width="18" height="20" fill="#ffcf7a"/></g><path d="M60 200c40-30 90-40 128-46h22c-30 12-50 28-60 46z" fill="#f3dca8"/>${at(78, 130, 1.2, `<path d="M-10 26v28M10 26v28" stroke="#2b3a66" stroke-width="11" stroke-linecap="round"/><path d="M22-14q14 16 20 36" stroke="#ffd0a6" stroke-width="9" stroke-linecap="round" fill="none"/>${grownUp({ shirt: "#d7659f", hair: "long" })}`)}${at(146, 156, 0.95, na({ eyes: "glad", pack: true, legs: "walk", left: [-16, 2], right: [28, -30] }))}`,
  bath: () =>
    `${room("#bfe6f0", "#8fc0d4", "#6fa9c0")}<g stroke="#fff" stroke-width="2.500" stroke-opacity=".8"><path d="M0 34h250M0 68h250M0 102h250M30 0v134M80 0v134M130 0v134M180 0v134M230 0v134"/></g>${window(18, 14, "dusk", 0.9)}<path d="M206 110V40h-26" stroke="#9aa9b8" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" fill="none"/><path d="M166 40h28l6 14h-40z" fill="#7f909f"/><g stroke="#6fc4ea" stroke-width="4" stroke-linecap="round"><path d="M168 62v12M180 62v18M192 62v12"/></g>${at(116, 134, 1.25, na({ eyes: "glad", shirt: "#ffd9b5", left: [-40, -30], right: [42, -34], legs: "none" }))}<path fill="#dfe8ee" d="M26 130h198c0 44-20 58-99 58S26 174 26 130z"/><path fill="#fbfdfe" d="M18 122h214v16H18z"/><g fill="#fff"><circle cx="60" cy="120" r="16"/><circle cx="86" cy="116" r="20"/><circle cx="116" cy="122" r="17"/><circle cx="146" cy="116" r="20"/><circle cx="174" cy="120" r="15"/><circle cx="112" cy="56" r="12"/><circle cx="126" cy="52" r="9"/></g><g class="bob"><path d="M186 116c-10-2-12 12-2 14h26c8-2 8-12 2-16l-8 4c-2-8-8-12-12-8z" fill="#ffd447"/><circle cx="190" cy="106" r="9" fill="#ffd447"/><path d="M180 106l-8 3 8 3z" fill="#e5532d"/><circle cx="188" cy="104" r="1.800" fill="#2b2230"/></g><g stroke="#8fd0ee" stroke-width="2.500" fill="#fff" fill-opacity=".5"><circle cx="54" cy="70" r="9"/><circle cx="216" cy="84" r="7"/><circle cx="40" cy="96" r="6"/></g>`,
  dinner: () =>
    `${room("#f7d9a8", "#b9825a", "#a06a42")}${window(16, 16, "night", 1.1)}<path d="M126 0v22" stroke="#6b4226" stroke-width="4"/><path d="M100 44c0-30 52-30 52 0z" fill="#e5532d"/><circle cx="126" cy="46" r="9" fill="#fff3b0"/><path d="M104 46L60 140h132l-44-94z" fill="#fff3b0" fill-opacity=".35"/>${at(54, 128, 1.15, grownUp({ shirt: "#d7659f", hair: "long" }))}${at(200, 126, 1.15, grownUp({ shirt: "#2d7fc4", hair: "short" }))}${at(127, 134, 1.05, na({ eyes: "glad", left: [-18, 0], right: [20, -18], legs: "none" }))}<ellipse cx="126" cy="164" rx="116" ry="30" fill="#8a5426"/><ellipse cx="126" cy="158" rx="114" ry="28" fill="#c98d52"/>${bowl(126, 146, "#2d7fc4", 0.72)}<path d="M112 144c2-10 26-10 28 0z" fill="#fff"/>${bowl(62, 152, "#23a374", 0.72)}${bowl(190, 152, "#e5532d", 0.72)}<ellipse cx="126" cy="174" rx="28" ry="8" fill="#fff"/><path d="M104 172q20-14 40 0l8-6v12l-8-4q-20 10-40-2z" fill="#d98a3a"/>${steam(126, 136)}`,
  story: () =>
    `${room("#4a5a96", "#7a5a78", "#5a4a78")}${window(168, 14, "night", 1.15)}<path d="M34 60l-14 0 8-30h28l8 30z" fill="#ffe28a"/><path d="M42 60v60" stroke="#c9a25f" stroke-width="5"/><circle cx="42" cy="70" r="58" fill="#ffe9a8" fill-opacity=".28"/><ellipse cx="126" cy="178" rx="112" ry="18" fill="#c46a8a"/><ellipse cx="126" cy="174" rx="104" ry="14" fill="#e08fab"/>${at(92, 142, 1.2, `${grownUp({ shirt: "#7cc3b0", hair: "long" })}`)}${at(158, 150, 1.1, na({ eyes: "glad", shirt: "#9fd2f4", left: [-22, -2], right: [20, 2], legs: "none" }))}<path d="M92 156l34-8 34 8v26l-34-6-34 6z" fill="#e5532d"/><path d="M96 154l30-7v26l-30 6zM156 154l-30-7v26l30 6z" fill="#fffdf6"/><path d="M102 160l18-4M102 167l18-4" stroke="#b9c9d3" stroke-width="2.500"/><circle cx="142" cy="162" r="6" fill="#f6b92b"/>${teddy(206, 160, 0.9)}`,
  sleep: () =>
    `${room("#3b4a86", "#5a4a72", "#4a4078")}${window(146, 14, "night", 1.35)}<g fill="#fff6cf" class="glint"><circle cx="40" cy="30" r="2.500"/><circle cx="96" cy="18" r="2"/><circle cx="112" cy="56" r="2"/></g>${bed("#5b7fd0", "#9db8f0")}${at(64, 176, 1.1, `<g transform="rotate(-6)">${naHead("closed")}</g>`)}<path d="M92 132c30-22 110-22 138 0v32H84z" fill="#5b7fd0"/><path d="M88 138c30-24 112-26 142-4v9c-30-18-112-18-142 4z" fill="#9db8f0"/><g fill="#ffe28a"><path d="M130 146l2.500 6 6 .5-4.500 4 1.400 6-5.400-3.200-5.400 3.200 1.400-6-4.500-4 6-.5zM186 142l2.500 6 6 .5-4.500 4 1.400 6-5.400-3.200-5.400 3.200 1.400-6-4.500-4 6-.5z"/></g>${teddy(116, 126, 0.7)}${zzz(92, 84)}`,
};

const drawn = new Map<ActivityName, string>();

/** The picture of an activity; the same text every time. */
export function activityPicture(name: ActivityName): string {
  const before = drawn.get(name);
  if (before !== undefined) return before;
  const picture = `<svg viewBox="0 0 250 200" preserveAspectRatio="xMidYMid slice" fill="none">${drawings[name]()}</svg>`;
  drawn.set(name, picture);
  return picture;
}
