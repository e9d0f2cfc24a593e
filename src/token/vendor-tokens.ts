/** A token whose maker marks it by a prefix. */
export interface VendorToken {
  readonly kind: 'vendor-token';
  readonly vendor: string;
  readonly prefix: string;
}

const VENDORS: readonly (readonly [string, RegExp])[] = [
  ['GitHub', /^(?:gh[opsur]_|github_pat_)/],
  ['GitLab', /^glpat-/],
  ['Slack', /^xox[abeoprs]-/],
  ['Stripe', /^[rs]k_(?:live|test)_/],
  ['AWS', /^A(?:KIA|SIA)(?=[A-Z0-9]{16}$)/],
  ['Google', /^(?:ya29\.|AIza(?=[\w-]{35}$))/],
  ['npm', /^npm_(?=[A-Za-z0-9]{36}$)/],
  ['Hugging Face', /^hf_(?=[A-Za-z0-9]{30,}$)/],
];

/** Null for a text without such a prefix. */
export function recogniseVendor(text: string): VendorToken | null {
  for (const [vendor, pattern] of VENDORS) {
    const prefix = pattern.exec(text)?.[0];
    if (prefix !== undefined) return { kind: 'vendor-token', vendor, prefix };
  }
  return null;
}
