// Owns the lessons a new school starts with, made of the games that come with Kidsmart.
import { ages3to4 } from "./lessons/ages3to4.ts";
import { ages4to5 } from "./lessons/ages4to5.ts";
import { ages5to6 } from "./lessons/ages5to6.ts";
import type { StartingLesson } from "./lessons/startingLesson.ts";

export type { StartingLesson };

export const startingLessons: readonly StartingLesson[] = [...ages3to4, ...ages4to5, ...ages5to6];
