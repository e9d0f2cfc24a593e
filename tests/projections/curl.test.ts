import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpRequest } from '#core/http.ts';
import { curlCommand, quote } from '#projections/inspector/curl.ts';

const GET: HttpRequest = { method: 'GET', url: 'https://app.example/users.php', headers: [], body: '' };

/** The words a POSIX shell makes of a command whose program only prints its arguments, each ended by NUL. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('a plain request needs nothing but its address', () => {
  expect(curlCommand(GET)).toBe('curl \\\n  https://app.example/users.php');
});

test('fields are passed on, except those that curl writes itself', () => {
  const headers = [
    ['Host', 'app.example'],
    ['Cookie', 'PHPSESSID=9f3c1e'],
    ['Content-Length', '12'],
  ] as const;
  expect(wordsOf(curlCommand({ ...GET, headers }))).toEqual([
    'https://app.example/users.php',
    '--header',
    'Cookie: PHPSESSID=9f3c1e',
  ]);
});

test('a body is passed on as it is, and says its type or none', () => {
  const body = '{"email":"o\'hara@example.com"}\n$HOME `id` \\';
  const request: HttpRequest = { ...GET, method: 'POST', body, headers: [['Content-Type', 'application/json']] };
  expect(wordsOf(curlCommand(request))).toEqual([
    'https://app.example/users.php',
    '--header',
    'Content-Type: application/json',
    '--data-raw',
    body,
  ]);
  expect(wordsOf(curlCommand({ ...request, headers: [] })).slice(1)).toEqual([
    '--header',
    'Content-Type:',
    '--data-raw',
    body,
  ]);
});

test('a method that curl would not choose by itself is named', () => {
  expect(wordsOf(curlCommand({ ...GET, method: 'DELETE' }))).toEqual(['--request', 'DELETE', GET.url]);
  expect(wordsOf(curlCommand({ ...GET, method: 'POST' }))).toEqual(['--request', 'POST', GET.url]);
  expect(wordsOf(curlCommand({ ...GET, method: 'HEAD' }))).toEqual(['--head', GET.url]);
});

test('an empty field is sent empty instead of being removed, and brackets are no pattern', () => {
  const request: HttpRequest = {
    ...GET,
    url: 'https://app.example/users.php?id[]=1',
    headers: [['Authorization', '']],
  };
  expect(wordsOf(curlCommand(request))).toEqual(['--globoff', request.url, '--header', 'Authorization;']);
});

test('a shell gives back every text that was quoted', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('abc\'"\\$`!*?~#&;|<>(){}[] \t\n=:%-é€😀')) });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
      expect(wordsOf(`curl ${texts.map(quote).join(' ')}`)).toEqual(texts);
    }),
    { numRuns: 40 },
  );
});

test('a character that no argument can hold is left out', () => {
  expect(quote('a\0b c')).toBe("'ab c'");
});
