// Owns a class's name where every name is a class's: "Lớp Thỏ Trắng" reads "Thỏ Trắng" in a narrow cell. Pure.

export const shortClassName = (name: string): string => name.replace(/^(lớp|class)\s+(?=\S)/iu, "");
