// Owns what televisions' older browsers (from Chromium 90 on) lack of the language; the build rewrites the rest. Electron never loads it.

if (typeof Object.hasOwn !== "function")
  // Not by `hasOwnProperty`, which the linter would write as the very function that is lacking here.
  Object.hasOwn = (object: object, key: PropertyKey) =>
    Object.getOwnPropertyDescriptor(object, key) !== undefined;
