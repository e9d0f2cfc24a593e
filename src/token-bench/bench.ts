import { createContext, use } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand/react';
import type { CompactJwe, JsonJwe, ParsedToken } from '#token/token-forms.ts';
import type { Opening } from './inside/decrypt.ts';
import { type KeyInput, NO_KEY, type Verification } from './keys/key-input.ts';
import { isEdit } from './reading/is-edit.ts';
import { keepParts } from './reading/keep-parts.ts';
import type { Reading } from './reading/reading.ts';
import type { Reader } from './reading/reader.ts';

/** What is on the bench. In memory only: nothing here is ever stored or sent. */
export interface BenchState {
  /** The text in the field, as it was pasted or typed. */
  readonly pasted: string;
  /** Null for an empty field, and while a long paste is still being read: what was read before is gone at once. */
  readonly reading: Reading | null;
  /** What reads such a paste could not be loaded. */
  readonly cannotRead: boolean;
  /** The credential that came from the workbench, to be fetched again as a sample. */
  readonly handedOver: string | null;
  /** What to say of where the token came from, or null where the reader pasted it. */
  readonly origin: string | null;
  readonly key: KeyInput;
  /** False for the key of a sample, which goes with it. */
  readonly isOwnKey: boolean;
  /** Null while it is being worked out; what was found for another token or key is gone at once. */
  readonly verification: Verification | null;
  /** As `verification`, for an encrypted token. */
  readonly opening: Opening | null;
  /** What verifies, or opens, could not be loaded. */
  readonly cannotCheck: boolean;
  /** The tokens around the one on the bench, the outermost first. */
  readonly outer: readonly OuterToken[];
  readonly tool: ToolId;
  /** Somebody has come to the tools, or asked for one. */
  readonly areToolsOpen: boolean;
}

/** The tools of the other side. */
export type ToolId = 'sign' | 'tamper' | 'guess' | 'compare' | 'share';

interface OuterToken {
  readonly pasted: string;
  readonly key: KeyInput;
}

export interface Bench {
  readonly store: StoreApi<BenchState>;
  /** Puts a text on the bench. Everything that was said of the one before is taken away at once. */
  readonly paste: (text: string, from?: Origin) => void;
  /** Reads another of the tokens that were found. */
  readonly choose: (candidate: number) => void;
  /** Reads once more, after it could not be done. */
  readonly readAgain: () => void;
  /** Changes some of what is given to verify with. */
  readonly setKey: (change: Partial<KeyInput>) => void;
  /** Verifies once more, after it could not be done. */
  readonly checkAgain: () => void;
  readonly handOver: (text: string) => void;
  /** Puts the token inside the present one on the bench; `closeInner` goes back. */
  readonly openInner: (text: string) => void;
  readonly closeInner: () => void;
  readonly selectTool: (tool: ToolId) => void;
  /** Has the tools loaded, which a reader who only reads never needs. */
  readonly openTools: () => void;
}

/** What comes with a token that the reader did not paste. */
export interface Origin {
  /** To be said of where it came from. */
  readonly says: string;
  /** A key to verify it with. */
  readonly keyText?: string;
}

export interface BenchPorts {
  readonly reader: Reader;
  /** Unix seconds. */
  readonly now: () => number;
  readonly verify: (token: ParsedToken, key: KeyInput) => Promise<Verification>;
  readonly open: (token: CompactJwe | JsonJwe, key: KeyInput) => Promise<Opening>;
}

const EMPTY: BenchState = {
  pasted: '',
  reading: null,
  cannotRead: false,
  handedOver: null,
  origin: null,
  key: NO_KEY,
  isOwnKey: true,
  verification: null,
  opening: null,
  cannotCheck: false,
  outer: [],
  tool: 'sign',
  areToolsOpen: false,
};

export function createBench({ reader, now, verify, open }: BenchPorts): Bench {
  const store = createStore<BenchState>(() => EMPTY);
  let lastRead = 0;
  let lastReading: Reading | null = null;
  let lastVerification = 0;

  const verifyNow = (): void => {
    const id = (lastVerification += 1);
    const { reading, key } = store.getState();
    store.setState({ verification: null, opening: null, cannotCheck: false });
    if (!reading) return;
    const setIfWanted =
      <T>(change: (found: T) => Partial<BenchState>) =>
      (found: T): void => {
        if (id === lastVerification) store.setState(change(found));
      };
    const failed = setIfWanted(() => ({ cannotCheck: true }));
    const { token } = reading;
    if (token.form === 'jwe' || token.form === 'jwe-json') {
      open(token, key).then(
        setIfWanted((opening) => ({ opening })),
        failed,
      );
    }
    verify(reading.token, key).then(
      setIfWanted((verification) => ({ verification })),
      failed,
    );
  };

  const readChosen = (chosen: number, change?: Partial<BenchState>): void => {
    lastVerification += 1;
    store.setState({ ...change, reading: null, cannotRead: false, verification: null, opening: null });
    const { pasted } = store.getState();
    const id = (lastRead += 1);
    if (pasted.trim() === '') {
      lastReading = null;
      return;
    }
    const done = (read: Reading): void => {
      if (id !== lastRead) return;
      lastReading = keepParts(lastReading, read);
      store.setState({ reading: lastReading });
      verifyNow();
    };
    const failed = (): void => {
      if (id === lastRead) store.setState({ cannotRead: true });
    };
    reader.read({ pasted, chosen, now: now() }, done, failed);
  };

  const put = (change: Partial<BenchState> & Pick<BenchState, 'pasted'>): void => {
    readChosen(0, change);
  };

  const paste: Bench['paste'] = (pasted, from) => {
    const { pasted: before, key, isOwnKey, origin } = store.getState();
    if (from) {
      const given = from.keyText === undefined ? null : { key: { ...NO_KEY, text: from.keyText }, isOwnKey: false };
      put({ pasted, origin: from.says, outer: [], ...given });
    } else if (isEdit(before, pasted)) put({ pasted, origin });
    else {
      // One's own key often goes with many tokens, a sample's only with its own. What was asked for one token was not asked for the next.
      const kept = isOwnKey ? { ...key, usePrivate: false, detached: null } : NO_KEY;
      put({ pasted, key: kept, isOwnKey: true, origin: null, outer: [] });
    }
  };

  return {
    store,
    paste,
    choose: (candidate) => readChosen(candidate),
    readAgain: () => readChosen(0),
    setKey(change) {
      const { key } = store.getState();
      const text = change.text ?? key.text;
      // Another text may be another kind of key: what was asked for the last one was not asked for this one.
      const usePrivate = text === key.text && key.usePrivate;
      const { isOwnKey } = store.getState();
      store.setState({ key: { ...key, usePrivate, ...change }, isOwnKey: isOwnKey || text !== key.text });
      verifyNow();
    },
    checkAgain: verifyNow,
    handOver(text) {
      store.setState({ handedOver: text });
      paste(text, { says: 'Handed over from the workbench.' });
    },
    openInner(text) {
      const { pasted, key, outer } = store.getState();
      put({ pasted: text, key: NO_KEY, origin: 'From inside the token before.', outer: [...outer, { pasted, key }] });
    },
    selectTool: (tool) => store.setState({ tool, areToolsOpen: true }),
    openTools: () => store.setState({ areToolsOpen: true }),
    closeInner() {
      const { outer } = store.getState();
      const last = outer.at(-1);
      if (last) put({ ...last, origin: null, outer: outer.slice(0, -1) });
    },
  };
}

export const BenchContext = createContext<Bench | null>(null);

export function useBench(): Bench {
  const bench = use(BenchContext);
  if (!bench) throw new Error('no bench around this component');
  return bench;
}

export function useBenchState<T>(selector: (state: BenchState) => T): T {
  return useStore(useBench().store, selector);
}
