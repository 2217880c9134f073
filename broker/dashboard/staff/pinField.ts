// Owns what counts as a PIN while it is typed. Pure.

/** What a field keeps of what was typed or pasted: at most six digits. */
export const pinDigits = (text: string): string => text.replace(/\D/g, "").slice(0, 6);

export const isPin = (text: string): boolean => /^\d{4,6}$/.test(text);
