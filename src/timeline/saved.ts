import { isJsonObject, type JsonValue } from '#core/json.ts';
import type { BetAnswer, LessonAnswers, TimelineState } from './state.ts';

/** Raised when the shape changes: an older one is forgotten. */
const SAVED_VERSION = 1;

/** What is kept so that coming back finds the same step. No secret: the link holds none, and answers are ids of options. */
export interface Saved {
  /** The fragment of the last place, null when there was none to link to. */
  readonly link: string | null;
  readonly answers: TimelineState['answers'];
  readonly betsOn: boolean;
}

const LIMIT = 50_000;

export function writeSaved(saved: Saved): string {
  return JSON.stringify({ version: SAVED_VERSION, ...saved });
}

/** Null for what is not a state saved by this version. Never throws. */
export function readSaved(text: string | null): Saved | null {
  const value = text !== null && text.length <= LIMIT ? parse(text) : null;
  if (!isJsonObject(value) || value['version'] !== SAVED_VERSION) return null;
  const { link, betsOn, answers } = value;
  const read = readAnswers(answers ?? null);
  if ((link !== null && typeof link !== 'string') || typeof betsOn !== 'boolean' || !read) return null;
  return { link, betsOn, answers: read };
}

function readAnswers(value: JsonValue): TimelineState['answers'] | null {
  if (!isJsonObject(value)) return null;
  const lessons = Object.entries(value).map(([lesson, answers]) => [lesson, readLesson(answers)] as const);
  return lessons.every((entry): entry is [string, LessonAnswers] => entry[1] !== null)
    ? Object.fromEntries(lessons)
    : null;
}

function readLesson(value: JsonValue): LessonAnswers | null {
  if (!isJsonObject(value)) return null;
  const bets = Object.entries(value).map(([bet, answer]) => [bet, readAnswer(answer)] as const);
  return bets.every((entry): entry is [string, BetAnswer] => entry[1] !== null) ? Object.fromEntries(bets) : null;
}

function readAnswer(value: JsonValue): BetAnswer | null {
  if (!isJsonObject(value)) return null;
  const { option, truth } = value;
  return typeof option === 'string' && typeof truth === 'string' ? { option, truth } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
