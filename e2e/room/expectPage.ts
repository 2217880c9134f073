// Owns how long a page may take to show what a test expects of it.
import { expect } from "@playwright/test";

/**
 * What a page shows comes late on a machine that does other things as well; what never comes is told all the same. A
 * test that is about speed measures it.
 */
export const expectPage = expect.configure({ timeout: 20_000 });
