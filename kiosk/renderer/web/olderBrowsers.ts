// Owns what televisions' older browsers (from Chromium 90 on) lack of the language; the build rewrites the rest. Electron never loads it.

if (typeof Object.hasOwn !== "function")
  Object.hasOwn = (object: object, key: PropertyKey) => Object.hasOwn(object, key);
