// Owns the pictures of the building table's tools. SVG text on 64 × 64.

const svg = (inside: string) => `<svg viewBox="0 0 64 64" fill="none">${inside}</svg>`;

export const tools = {
  /** Lets everything dance. */
  star: svg(
    `<path fill="#b97f0c" d="M32 8l7.500 16 17.500 2-13 12 3.500 17.500L32 47 16.500 55.500 20 38 7 26l17.500-2z"/><path fill="#ffd447" d="M32 5l7.500 16 17.500 2-13 12 3.500 17.500L32 44 16.500 52.500 20 35 7 23l17.500-2z"/><circle cx="27" cy="28" r="3" fill="#23304f"/><circle cx="37" cy="28" r="3" fill="#23304f"/><path d="M26 34q6 6 12 0" stroke="#23304f" stroke-width="3" stroke-linecap="round"/>`,
  ),
  /** Puts a block away. */
  basket: svg(
    `<path d="M14 26C16 4 48 4 50 26" stroke="#9a6a3a" stroke-width="5" stroke-linecap="round"/><path fill="#d9a860" d="M8 26h48l-6 30c0 2-2 3-4 3H18c-2 0-4-1-4-3z"/><path d="M22 28l3 30M32 28v30M42 28l-3 30M10 38h44M12 48h40" stroke="#b98346" stroke-width="2.500"/><rect x="4" y="22" width="56" height="8" rx="4" fill="#c4904c"/><path d="M32 6v13m-6-6l6 7 6-7" stroke="#0072b2" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
  ),
  /** Lets a block hop to another place. */
  jump: svg(
    `<rect x="5" y="38" width="18" height="18" rx="4" fill="#9db4c8" fill-opacity=".6"/><rect x="40" y="36" width="20" height="20" rx="4" fill="#2d7fc4"/><rect x="44" y="39" width="12" height="8" rx="3" fill="#6fb9ec"/><path d="M14 32C16 10 42 6 50 24m-10-3l10 6 6-10" stroke="#e5532d" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
  ),
  /** Large and small again. */
  grow: svg(
    `<circle cx="18" cy="44" r="10" fill="#f4a9cd"/><circle cx="40" cy="30" r="20" fill="#d7659f"/><circle cx="36" cy="25" r="9" fill="#f4a9cd" fill-opacity=".7"/><path d="M10 20l-4-4m0 10V16h10M54 54l4 4m0-10v10H48" stroke="#0072b2" stroke-width="4.500" stroke-linecap="round" stroke-linejoin="round"/>`,
  ),
} as const;
