import { Pass, type PassProps } from './pass.tsx';
import { Ticket, type CredentialSize } from './ticket.tsx';

/** What a credential looks like; what it means is the business of others. */
type CredentialLook =
  | { readonly form: 'ticket'; readonly name: string; readonly short: string }
  | { readonly form: 'pass'; readonly name: string; readonly fields: PassProps['fields'] };

interface CredentialProps {
  readonly credential: CredentialLook;
  readonly size?: CredentialSize;
}

/** The credential as the object that travels: a ticket or a pass. */
export function Credential({ credential, size }: CredentialProps) {
  return credential.form === 'ticket' ? (
    <Ticket name={credential.name} short={credential.short} size={size ?? 'sm'} />
  ) : (
    <Pass name={credential.name} fields={credential.fields} size={size ?? 'sm'} />
  );
}
