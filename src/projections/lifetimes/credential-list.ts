import type { Credential, CredentialState } from './credential-state.ts';

type Issued = Pick<Credential, 'key' | 'identity' | 'form' | 'text' | 'record' | 'issued' | 'event' | 'device'>;

/** The state with one more credential. */
export function withNew(state: CredentialState, made: Issued): CredentialState {
  const number = 1 + state.credentials.filter(({ form }) => form === made.form).length;
  const windows = made.record.in === 'file' ? [made.issued] : [];
  const credential: Credential = { ...made, number, removed: null, uses: [], windows };
  return { ...state, credentials: [...state.credentials, credential] };
}

/** The state with the first such credential changed; as it was where there is none. */
export function withCredential(
  state: CredentialState,
  isIt: (credential: Credential) => boolean,
  change: (credential: Credential) => Credential,
): CredentialState {
  const index = state.credentials.findIndex(isIt);
  const found = state.credentials[index];
  return found ? { ...state, credentials: state.credentials.with(index, change(found)) } : state;
}
