// Owns how Na, her mother and father look in the pictures of the day. Pure SVG text.

export type Eyes = "open" | "closed" | "glad";

const face = (eyes: Eyes) => {
  const drawn =
    eyes === "open"
      ? '<circle cx="-9" cy="-49" r="3.600"/><circle cx="9" cy="-49" r="3.600"/><g fill="#fff"><circle cx="-7.800" cy="-50.300" r="1.200"/><circle cx="10.200" cy="-50.300" r="1.200"/></g>'
      : `<path d="${eyes === "closed" ? "M-13-49q4 4 8 0M5-49q4 4 8 0" : "M-13-47q4-6 8 0M5-47q4-6 8 0"}" stroke="#2b2230" stroke-width="2.600" stroke-linecap="round" fill="none"/>`;
  return `<g fill="#2b2230">${drawn}</g><g fill="#ff9d8a" fill-opacity=".6"><ellipse cx="-15" cy="-42" rx="4.500" ry="3"/><ellipse cx="15" cy="-42" rx="4.500" ry="3"/></g><path d="${eyes === "closed" ? "M-3-39q3 2 6 0" : "M-6-40q6 7 12 0"}" stroke="#b5503c" stroke-width="2.600" stroke-linecap="round" fill="none"/>`;
};

/** Na's head around (0, −50), radius 26, with two pigtails. */
export const naHead = (eyes: Eyes): string =>
  `<g fill="#2b2230"><circle cx="0" cy="-54" r="28"/><ellipse cx="-30" cy="-44" rx="9" ry="12" transform="rotate(24 -30 -44)"/><ellipse cx="30" cy="-44" rx="9" ry="12" transform="rotate(-24 30 -44)"/></g><g fill="#e5392d"><circle cx="-25" cy="-54" r="4.500"/><circle cx="25" cy="-54" r="4.500"/></g><ellipse cx="0" cy="-47" rx="23.500" ry="22" fill="#ffd9b5"/>${face(eyes)}<path d="M-25-52c0-34 50-34 50 0-8-2-14-7-16-13-8 9-22 13-34 13z" fill="#2b2230"/><path d="M-12-74q10-5 20-1" stroke="#fff" stroke-opacity=".25" stroke-width="4" stroke-linecap="round" fill="none"/>`;

export type Pose = {
  eyes?: Eyes;
  shirt?: string;
  /** Where the hands are. */
  left?: readonly [number, number];
  right?: readonly [number, number];
  legs?: "stand" | "walk" | "none";
  pack?: boolean;
};

const arm = (side: -1 | 1, [x, y]: readonly [number, number], sleeve: string) => {
  const fromX = side * 13;
  const bendX = (fromX + x) / 2 + side * 5;
  const bendY = (-20 + y) / 2 + 5;
  return `<path d="M${fromX}-20Q${bendX} ${bendY} ${x} ${y}" stroke="#ffd9b5" stroke-width="9" stroke-linecap="round" fill="none"/><path d="M${fromX}-20L${(fromX * 2 + bendX) / 3} ${(-40 + bendY) / 3}" stroke="${sleeve}" stroke-width="12" stroke-linecap="round"/><circle cx="${x}" cy="${y}" r="5.500" fill="#ffd9b5"/>`;
};

/** Na from head to foot; her hips are at (0, 10), her feet at (0, 40). */
export function na({
  eyes = "open",
  shirt = "#f6b92b",
  left = [-24, 4],
  right = [24, 4],
  legs = "stand",
  pack = false,
}: Pose = {}): string {
  const feet =
    legs === "none"
      ? ""
      : `<path d="${legs === "walk" ? "M-7 10l-10 24M7 10l12 22" : "M-8 10v26M8 10v26"}" stroke="#ffd9b5" stroke-width="9" stroke-linecap="round"/><path d="${legs === "walk" ? "M-24 37h13M13 36h14" : "M-17 40h12M5 40h12"}" stroke="#e5392d" stroke-width="8" stroke-linecap="round"/>`;
  return `${feet}${pack ? '<rect x="-25" y="-26" width="22" height="34" rx="8" fill="#2d7fc4"/>' : ""}<path d="M-13-28h26l8 44q-21 8-42 0z" fill="${shirt}"/><path d="M-6-28q6 6 12 0" stroke="#fff" stroke-width="4" stroke-linecap="round" fill="none"/>${pack ? '<path d="M-10-27q-5 14 0 30M10-27q5 14 0 30" stroke="#1a5690" stroke-width="5" fill="none"/>' : ""}${arm(-1, left, shirt)}${arm(1, right, shirt)}${naHead(eyes)}`;
}

type Grown = { shirt: string; hair: "long" | "short" };

/** A grown-up from head to chest, around (0, −50) like Na. */
export const grownUp = ({ shirt, hair }: Grown): string =>
  `${hair === "long" ? '<path d="M-27-54c0-36 54-36 54 0 2 26 6 42 2 56h-58c-4-14 0-30 2-56z" fill="#2b2230"/>' : '<circle cx="0" cy="-57" r="26" fill="#2b2230"/>'}<path d="M-26 30c0-44 8-54 26-54s26 10 26 54z" fill="${shirt}"/><path d="M-7-30h14v8q-7 7-14 0z" fill="#f2bd90"/><ellipse cx="0" cy="-47" rx="22" ry="21.500" fill="#ffd0a6"/>${face("glad")}<path d="${hair === "long" ? "M-24-50c0-34 48-34 48 0-12-2-20-8-24-16-4 8-12 14-24 16z" : "M-24-54c0-30 48-30 48 0-14-8-34-8-48 0z"}" fill="#2b2230"/>`;
