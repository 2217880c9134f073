// Owns the headers that tell a browser what a page of the hub may do.

/** No page of the hub asks for these; `microphone`: who may. */
const permissions = (microphone: "" | "self") =>
  `camera=(), microphone=(${microphone}), geolocation=(), payment=(), usb=()`;

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": permissions(""),
};

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");

const page = {
  "default-src": "'none'",
  "script-src": "'self'",
  // Mantine writes its colour variables as a style element.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "media-src": "'self' blob:",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

const own = { ...always, "cross-origin-resource-policy": "same-origin" };

/** The dashboard and everything that is no page. Staff record sentences there; children's pages never listen (ADR 0009, 0027). */
export const dashboardHeaders = {
  ...own,
  "permissions-policy": permissions("self"),
  "content-security-policy": policy(page),
};

/** The web screen: it shows games in frames. */
export const screenHeaders = {
  ...own,
  "content-security-policy": policy({ ...page, "frame-src": "'self'" }),
};

/**
 * A game is a guest (ADR 0011): it has no origin of its own, so its files are given to every origin,
 * and it reaches nothing but them.
 */
export const gameHeaders = {
  ...always,
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "content-security-policy": policy({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    sandbox: "allow-scripts",
  }),
};
