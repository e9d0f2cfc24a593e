import type { Source } from './entry.ts';

/** `rfc(7515, '4.1.1')`; an appendix by its letter: `rfc(7515, 'F')`. */
export function rfc(number: number, section?: string): Source {
  return inDocument(`RFC ${number}`, `https://www.rfc-editor.org/rfc/rfc${number}.html`, section);
}

/** Cookies as browsers treat them today: the revision of RFC 6265, approved, not yet numbered. */
export function cookies(section: string): Source {
  return inDocument('RFC 6265bis', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis', section);
}

/** The revision of RFC 8725, JSON Web Token Best Current Practices. */
export function jwtPractices(section: string): Source {
  return inDocument('RFC 8725bis', 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc8725bis', section);
}

function inDocument(document: string, page: string, section?: string): Source {
  if (section === undefined || section === '') return { document, url: page };
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return { document, section, url: `${page}#${anchor}` };
}

const ASVS_CHAPTERS: Readonly<Record<string, string>> = {
  '6': '0x15-V6-Authentication',
  '7': '0x16-V7-Session-Management',
  '9': '0x18-V9-Self-contained-Tokens',
  '10': '0x19-V10-OAuth-and-OIDC',
};

/** OWASP Application Security Verification Standard 5.0, by requirement. */
export function asvs(requirement: string): Source {
  const chapter = ASVS_CHAPTERS[requirement.split('.')[0] ?? ''];
  const base = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en';
  return { document: 'ASVS 5.0', section: requirement, url: chapter ? `${base}/${chapter}.md` : base };
}

/** A sheet of the OWASP Cheat Sheet Series: `owasp('Session_Management', 'Session ID Life Cycle')`. */
export function owasp(sheet: string, section?: string): Source {
  return {
    document: `OWASP ${sheet.replaceAll('_', ' ')}`,
    ...(section === undefined ? {} : { section }),
    url: `https://cheatsheetseries.owasp.org/cheatsheets/${sheet}_Cheat_Sheet.html`,
  };
}

/** The JSON Web Token sheet of the same series. */
export function owaspJwt(section: string): Source {
  return { ...owasp('JSON_Web_Token', section), document: 'OWASP JWT' };
}

/** A page of the PHP manual: `php('session.configuration', 'session.use_strict_mode')`. */
export function php(page: string, section?: string): Source {
  return {
    document: 'PHP manual',
    ...(section === undefined ? {} : { section }),
    url: `https://www.php.net/manual/en/${page}.php`,
  };
}

/** OpenID Connect Core 1.0. */
export function oidc(section: string, anchor: string): Source {
  return {
    document: 'OpenID Connect Core',
    section,
    url: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
  };
}

/** Unicode Security Mechanisms. */
export function unicodeSecurity(section?: string): Source {
  return {
    document: 'UTS #39',
    ...(section === undefined ? {} : { section }),
    url: 'https://www.unicode.org/reports/tr39/',
  };
}

export const FETCH: Source = { document: 'Fetch standard', url: 'https://fetch.spec.whatwg.org/' };

export const WEB_STORAGE: Source = {
  document: 'HTML standard',
  section: 'Web storage',
  url: 'https://html.spec.whatwg.org/multipage/webstorage.html',
};

/** For a word of this app's own: nobody else lays it down. */
export const OURS: Source = { document: 'a term of this app' };
