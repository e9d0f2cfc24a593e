/**
 * Names that look like other names (UTS #39 §4): `ехр` in Cyrillic is not `exp`, and only a machine sees it. A small table of the
 * letters that imitate Latin ones in the fonts people use, not the whole of Unicode's.
 */
const LOOKALIKES = lookalikes([
  ['a', 'аɑαａ'],
  ['b', 'Ьƅ'],
  ['c', 'сϲᴄ'],
  ['d', 'ԁɗ'],
  ['e', 'еҽє'],
  ['g', 'ɡց'],
  ['h', 'һհ'],
  ['i', 'іıιӏ1'],
  ['j', 'јϳ'],
  ['k', 'кκ'],
  ['l', 'ⅼǀ|'],
  ['m', 'м'],
  ['n', 'ոп'],
  ['o', 'оοօσ0'],
  ['p', 'рρ'],
  ['q', 'ԛգ'],
  ['r', 'гᴦ'],
  ['s', 'ѕꜱ'],
  ['t', 'тτ'],
  ['u', 'υսᴜ'],
  ['v', 'ѵνᴠ'],
  ['w', 'ԝѡ'],
  ['x', 'хχ'],
  ['y', 'уү'],
  ['z', 'ᴢ'],
]);

function lookalikes(table: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(table.flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)));
}

const INVISIBLE_OR_MARK = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Mn}]/gu;

/** What the name looks like: lower case, without invisible characters and marks, lookalikes replaced. */
function skeleton(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().replace(INVISIBLE_OR_MARK, '').trim();
  return Array.from(folded, (letter) => LOOKALIKES.get(letter) ?? letter).join('');
}

/** Names longer than this imitate nothing known. */
const LONGEST = 64;

/** Names in a namespace of their own, `https://app.example/role`: no known one has such a character. */
const IN_NAMESPACE = /[:/]/;

/** The known name that this one looks like without being it, or null. Differences of case alone count too: `Exp`. */
export function looksLike(name: string, known: (candidate: string) => boolean): string | null {
  if (name.length > LONGEST || IN_NAMESPACE.test(name) || known(name)) return null;
  const bare = skeleton(name);
  if (known(bare)) return bare;
  const withL = bare.replaceAll('i', 'l');
  return name.includes('1') && known(withL) ? withL : null;
}

const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;

/** The scripts of a name in which letters of one can pass for letters of another. One or none is nothing unusual. */
export function imitableScripts(name: string): readonly string[] {
  return SCRIPTS.filter(([, pattern]) => pattern.test(name)).map(([script]) => script);
}
