import { bis } from './ruling.ts';

export const DEFAULT_PATH_CITE = bis('5.1.4');

/**
 * The path of a cookie that names none: the directory of the page that set it,
 * without its last "/" (RFC 6265bis §5.1.4).
 */
export function defaultPath(url: string): string {
  const { pathname } = new URL(url);
  // No path, or one that does not begin with "/": the whole host.
  if (!pathname.startsWith('/')) return '/';
  // "/" and "/login.php" have but one "/": the whole host. From
  // "/shop/cart/item" it is "/shop/cart".
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/';
}
