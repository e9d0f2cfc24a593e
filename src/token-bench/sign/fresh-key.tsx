import type { GeneratedKey } from '#auth/generate-key.ts';
import { Button } from '#kit/button.tsx';
import { saveText } from '#kit/save-text.ts';
import styles from './sign-panel.module.css';

/** A key that was made here, to be kept: it is gone when the page is. */
export function FreshKey({ fresh }: { readonly fresh: GeneratedKey }) {
  return (
    <p className={styles['keep']}>
      <span>Made here, kept nowhere. Save it:</span>
      {filesOf(fresh).map(({ label, name, text }) => (
        <Button key={name} size="s" icon="tray" onClick={() => saveText(name, text, 'text/plain')}>
          {label}
        </Button>
      ))}
    </p>
  );
}

interface KeyFile {
  readonly label: string;
  readonly name: string;
  readonly text: string;
}

function filesOf(fresh: GeneratedKey): readonly KeyFile[] {
  const { alg } = fresh;
  if (fresh.kind === 'secret') {
    return [
      { label: 'base64url', name: `${alg}-secret.txt`, text: fresh.base64url },
      { label: 'JWK', name: `${alg}-secret.jwk.json`, text: json(fresh.jwk) },
    ];
  }
  return [
    { label: 'Private PEM', name: `${alg}-private.pem`, text: fresh.privatePem },
    { label: 'Public PEM', name: `${alg}-public.pem`, text: fresh.publicPem },
    { label: 'Private JWK', name: `${alg}-private.jwk.json`, text: json(fresh.privateJwk) },
    { label: 'Public JWK', name: `${alg}-public.jwk.json`, text: json(fresh.publicJwk) },
  ];
}

function json(jwk: JsonWebKey): string {
  return `${JSON.stringify(jwk, null, 2)}\n`;
}
