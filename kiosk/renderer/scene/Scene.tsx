// Owns the scene behind every calm screen: sky by the time of day, clouds, hills and the five houses.
import { memo, type ReactNode } from "react";
import { type DayPart, skies } from "./daylight.ts";
import styles from "./Scene.module.css";

type SceneProps = {
  readonly part: DayPart;
  /** The five houses of learning stand on the hills. */
  readonly houses?: boolean;
  readonly children?: ReactNode;
};

export function Scene({ part, houses = false, children }: SceneProps) {
  return (
    <div className={styles["scene"]} data-part={part}>
      <Landscape part={part} houses={houses} />
      <Clouds colour={skies[part].cloud} />
      <div className={styles["content"]}>{children}</div>
    </div>
  );
}

/** Drawn once per time of day: the second hand of the engine must not repaint the hills. */
const Landscape = memo(function Landscape({
  part,
  houses,
}: {
  readonly part: DayPart;
  readonly houses: boolean;
}) {
  const sky = skies[part];
  return (
    <svg
      className={styles["landscape"]}
      viewBox="0 0 1600 900"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          {sky.colours.map((colour, index) => (
            <stop key={colour} offset={index / (sky.colours.length - 1)} stopColor={colour} />
          ))}
        </linearGradient>
        <radialGradient id="glow">
          <stop offset="0" stopColor={sky.glow} stopOpacity="0.9" />
          <stop offset="1" stopColor={sky.glow} stopOpacity="0" />
        </radialGradient>
        <linearGradient id="near" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={sky.hills[2]} />
          <stop offset="1" stopColor={sky.hills[3]} />
        </linearGradient>
      </defs>
      <rect width="1600" height="900" fill="url(#sky)" />
      {sky.stars && <Stars />}
      <g transform={`translate(${sky.light.x} ${sky.light.y})`}>
        <circle r="230" fill="url(#glow)" />
        {sky.light.moon ? (
          <path d="M14 -66 A68 68 0 1 0 66 18 A54 54 0 0 1 14 -66Z" fill={sky.light.colour} />
        ) : (
          <circle r="68" fill={sky.light.colour} />
        )}
      </g>
      <path
        d="M0 610 C180 520 330 500 520 575 S900 640 1090 560 S1440 500 1600 590 V900 H0Z"
        fill={sky.hills[0]}
      />
      <path
        d="M0 690 C220 600 420 610 640 680 S1080 720 1290 640 S1520 610 1600 650 V900 H0Z"
        fill={sky.hills[1]}
      />
      {houses && <Houses />}
      <Trees colours={sky.trees} />
      <path d="M0 790 C260 690 560 690 800 745 S1330 800 1600 700 V900 H0Z" fill="url(#near)" />
      <Grass colour={sky.flower} />
    </svg>
  );
});

const cloudPlaces = [
  { left: "7%", top: "8%", width: "23vmin" },
  { left: "26%", top: "5%", width: "14vmin" },
  { left: "75%", top: "16%", width: "20vmin" },
] as const;

/** Elements of their own: what moves inside the landscape would have all of it painted again for every step. */
const Clouds = memo(function Clouds({ colour }: { readonly colour: string }) {
  return (
    <div className={styles["clouds"]} aria-hidden="true">
      {cloudPlaces.map((place) => (
        <svg key={place.left} viewBox="-90 -82 180 120" style={place} fill={colour} aria-hidden="true">
          <path d="M-52 34 A34 34 0 0 1 -78 -10 A44 40 0 0 1 -14 -48 A52 46 0 0 1 74 -14 A30 28 0 0 1 60 34Z" />
        </svg>
      ))}
    </div>
  );
});

const starPlaces = [
  [120, 90],
  [260, 210],
  [400, 70],
  [560, 170],
  [690, 60],
  [840, 200],
  [980, 90],
  [1500, 120],
  [1390, 60],
  [1180, 240],
  [60, 300],
  [470, 300],
  [1530, 330],
] as const;

function Stars() {
  return (
    <g fill="#fff6d5">
      {starPlaces.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={x % 3 === 0 ? 4 : 2.6} />
      ))}
    </g>
  );
}

function Trees({ colours }: { readonly colours: readonly [string, string] }) {
  const places = [
    [90, 720, 1],
    [170, 735, 0.75],
    [1440, 695, 1.05],
    [1530, 690, 0.8],
    [1360, 712, 0.7],
  ] as const;
  return (
    <g>
      {places.map(([x, y, size]) => (
        <g key={x} transform={`translate(${x} ${y}) scale(${size})`}>
          <rect x="-8" y="-40" width="16" height="60" rx="6" fill="#9a6f4b" />
          <circle cx="0" cy="-78" r="48" fill={colours[0]} />
          <circle cx="-22" cy="-62" r="30" fill={colours[1]} opacity="0.6" />
        </g>
      ))}
    </g>
  );
}

const grassPlaces = [80, 230, 420, 610, 980, 1130, 1290, 1490] as const;

function Grass({ colour }: { readonly colour: string }) {
  return (
    <g>
      {grassPlaces.map((x, index) => (
        <g key={x} transform={`translate(${x} ${835 + (index % 3) * 18})`}>
          <circle r="9" cy="-14" fill={colour} />
          <circle r="9" cx="-12" cy="-4" fill={colour} />
          <circle r="9" cx="12" cy="-4" fill={colour} />
          <circle r="7" cy="-5" fill="#fff3b8" />
        </g>
      ))}
    </g>
  );
}

const housePlaces = [
  { x: 330, y: 640, wall: "#fff3da", roof: "#ef7b6c" },
  { x: 560, y: 668, wall: "#fdeee6", roof: "#f2a541" },
  { x: 800, y: 700, wall: "#f1f6e4", roof: "#6fae4f" },
  { x: 1040, y: 694, wall: "#e9f2fb", roof: "#5b9bd5" },
  { x: 1260, y: 652, wall: "#f3ecfa", roof: "#9a7bc8" },
] as const;

/** After the Kidsmart tradition: numbers, letters, science, space and time, thinking. */
function Houses() {
  return (
    <g>
      {housePlaces.map(({ x, y, wall, roof }) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <rect x="-46" y="-62" width="92" height="78" rx="8" fill={wall} />
          <path d="M-62 -56 L0 -112 L62 -56 Q64 -50 56 -50 H-56 Q-64 -50 -62 -56Z" fill={roof} />
          <rect x="-13" y="-26" width="26" height="42" rx="12" fill={roof} opacity="0.75" />
          <circle cx="-28" cy="-30" r="9" fill="#ffe9a8" />
          <circle cx="28" cy="-30" r="9" fill="#ffe9a8" />
        </g>
      ))}
    </g>
  );
}
