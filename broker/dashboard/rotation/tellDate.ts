// Owns how a day of the school's calendar reads here: "7/9/2026".

export function tellDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)}/${Number(month)}/${year}`;
}

export const tellDayMonth = (date: string): string => tellDate(date).replace(/\/\d+$/, "");
