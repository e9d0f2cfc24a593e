import { posix } from 'node:path';
import { PACKAGE_HOMES, REACT_BINDING, REACT_PACKAGES, ROOMS, type Room } from './architecture.ts';
import type { ImportOf } from './parse-imports.ts';

/** What is wrong with one import, as a sentence with its place; null when nothing is. */
export function complaintAbout(imported: ImportOf): string | null {
  const { file, line, specifier } = imported;
  const from = roomOf(file);
  const room = ROOMS[from];
  const complaint = room ? breach(imported, from, room) : `lies in no known room`;
  return complaint && `${file}:${line}: ${complaint} ("${specifier}")`;
}

/** `src/stage/diagram/layout.ts` lies in `stage`. */
export function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function breach({ file, specifier }: ImportOf, from: string, room: Room): string | null {
  if (specifier.startsWith('.')) return breachInside(file, specifier, from);
  if (specifier.startsWith('#')) return breachAcross(specifier, from, room);
  if (specifier.startsWith('virtual:')) return from === 'app' ? null : 'only app may import what the build makes';
  if (specifier.startsWith('node:')) return null;
  return breachOfPackage(file, packageOf(specifier), from, room);
}

function breachInside(file: string, specifier: string, from: string): string | null {
  if (!hasExtension(specifier)) return 'an import says the file with its extension';
  const target = posix.join(posix.dirname(file), specifier);
  if (!target.startsWith(`src/${from}/`)) return `a relative import may not leave ${from}`;
  const [here, there] = [siblingOf(file), siblingOf(target)];
  return from === 'stage' && here && there && here !== there ? `stage/${here} may not know stage/${there}` : null;
}

function breachAcross(specifier: string, from: string, room: Room): string | null {
  if (!hasExtension(specifier)) return 'an import says the file with its extension';
  const to = specifier.slice(1).split('/')[0] ?? '';
  if (to === from) return `inside ${from} imports are relative`;
  return room.may.includes(to) ? null : `${from} may not import ${to}`;
}

function breachOfPackage(file: string, name: string, from: string, room: Room): string | null {
  const home = PACKAGE_HOMES[name];
  if (home && home !== from) return `${name} belongs to ${home} alone`;
  const { file: binding, rooms } = REACT_BINDING;
  const isBinding = (rooms as readonly string[]).includes(from) && posix.basename(file) === binding;
  const mayReact = room.react || isBinding;
  const isReact = REACT_PACKAGES.includes(name) || name === 'zustand/react';
  return isReact && !mayReact ? `${from} does without React` : null;
}

/** The folders of the stage draw a model each, and none knows another: `stage/diagram/layout.ts` is of `diagram`, `stage/sides.tsx` of none. */
function siblingOf(file: string): string | undefined {
  const [, , folder, ...inside] = file.split('/');
  return inside.length > 0 ? folder : undefined;
}

/** `@mswjs/interceptors/fetch` is of the package `@mswjs/interceptors`. `zustand` itself binds to React, `zustand/vanilla` does not. */
function packageOf(specifier: string): string {
  if (specifier === 'zustand') return 'zustand/react';
  const [first, second] = specifier.split('/');
  if (first === 'zustand') return specifier;
  return first?.startsWith('@') ? `${first}/${second}` : (first ?? '');
}

function hasExtension(specifier: string): boolean {
  return /\.[a-z0-9]+(\?.*)?$/.test(posix.basename(specifier));
}
